import { problemAt, type Rule } from "../RawDataset.js";

const FIX = "Correct the bounds";

/** No span of years and no period ends before it begins. */
export const soundSpans: Rule = function* (raw) {
  for (const role of raw.records.roles) {
    for (const [index, { from, to }] of role.value.experience.entries()) {
      if (to !== undefined && from > to) {
        yield problemAt(role, ["experience", index], `The experience runs from ${from} down to ${to} years`, FIX);
      }
    }
    const years = role.value.preparation?.years;
    if (years?.to !== undefined && years.from > years.to) {
      const message = `The preparation runs from ${years.from} down to ${years.to} years`;
      yield problemAt(role, ["preparation", "years"], message, FIX);
    }
  }
  for (const phase of raw.records.phases) {
    const { from, to } = phase.value.years;
    if (to !== undefined && from > to) {
      yield problemAt(phase, ["years"], `The phase runs from ${from} down to ${to} years`, FIX);
    }
  }
  for (const growth of raw.records.growth) {
    const { fromYear, toYear } = growth.value;
    if (fromYear !== undefined && toYear !== undefined && fromYear > toYear) {
      yield problemAt(growth, ["fromYear"], `The growth runs from ${fromYear} back to ${toYear}`, FIX);
    }
  }
};
