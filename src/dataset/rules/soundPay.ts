import { problemAt, type Rule } from "../RawDataset.js";

/** A pay claim has the figures that its statistic requires, in order. */
export const soundPay: Rule = function* (raw) {
  for (const pay of raw.records.pay) {
    const { min, max, openEnded, statistic } = pay.value;
    const article = statistic === "AVERAGE" ? "An" : "A";
    if (min !== undefined && max !== undefined && min > max) {
      yield problemAt(pay, ["min"], `\`min\` ${min} is above \`max\` ${max}`, "Swap or correct the two");
    }
    const { lowerPercentile: lower, upperPercentile: upper } = pay.value;
    if (statistic === "PERCENTILE_RANGE") {
      if (lower === undefined || upper === undefined)
        yield problemAt(
          pay,
          ["statistic"],
          `A PERCENTILE_RANGE has no \`${lower === undefined ? "lowerPercentile" : "upperPercentile"}\``,
          "Write the percentiles of `min` and `max`, such as 25 and 75",
        );
      else if (lower >= upper)
        yield problemAt(
          pay,
          ["lowerPercentile"],
          `\`lowerPercentile\` ${lower} is not below \`upperPercentile\` ${upper}`,
          "Swap or correct the two",
        );
    } else if (lower !== undefined || upper !== undefined) {
      yield problemAt(
        pay,
        [lower === undefined ? "upperPercentile" : "lowerPercentile"],
        `${article} ${statistic} has percentiles`,
        "Remove them, or write PERCENTILE_RANGE",
      );
    }
    if (statistic === "FLOOR") {
      if (min === undefined)
        yield problemAt(pay, ["statistic"], "A FLOOR has no `min`", "Write the lower bound as `min`");
      if (max !== undefined) yield problemAt(pay, ["max"], "A FLOOR has a `max`", "Remove `max`, or write RANGE");
      if (openEnded)
        yield problemAt(
          pay,
          ["openEnded"],
          "A FLOOR is always open-ended",
          "Remove `openEnded`, or write RANGE with a `max`",
        );
    } else if (max === undefined) {
      yield problemAt(
        pay,
        ["statistic"],
        `${article} ${statistic} has no \`max\``,
        "Write it; a single figure is both `min` and `max`",
      );
    } else if (min === undefined && statistic !== "RANGE") {
      yield problemAt(
        pay,
        ["statistic"],
        `${article} ${statistic} has no \`min\``,
        "Write it; a single figure is both `min` and `max`",
      );
    }
  }
};
