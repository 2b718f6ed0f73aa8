import { problemAt, type Rule } from "../RawDataset.js";

/** A pay claim has the ends that its statistic calls for, in order. */
export const soundPay: Rule = function* (raw) {
  for (const pay of raw.records.pay) {
    const { min, max, openEnded, statistic } = pay.value;
    const article = statistic === "AVERAGE" ? "An" : "A";
    if (min !== undefined && max !== undefined && min > max) {
      yield problemAt(pay, ["min"], `\`min\` ${min} is above \`max\` ${max}`, "Swap or correct the two");
    }
    if (statistic === "FLOOR") {
      if (min === undefined)
        yield problemAt(pay, ["statistic"], "A FLOOR has no `min`", "Write the figure that pay lies over as `min`");
      if (max !== undefined) yield problemAt(pay, ["max"], "A FLOOR has a `max`", "Remove `max`, or write RANGE");
      if (openEnded)
        yield problemAt(
          pay,
          ["openEnded"],
          "A FLOOR is open anyway",
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
