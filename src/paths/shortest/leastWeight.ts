import { giveBack, takeMeeting } from "./Meeting.js";
import type { SearchClock } from "../pace/SearchClock.js";
import type { Span } from "./Span.js";

/** The weight of the best path between the ends of a span; Infinity where there is none, or the clock ran out. Costs a meeting. */
export async function leastWeight(span: Span, clock: SearchClock): Promise<number> {
  const meeting = takeMeeting(span.network);
  try {
    meeting.begin(span, 1, Infinity);
    while (!meeting.grow(clock)) await clock.rest();
    return meeting.bestProven ? meeting.best : Infinity;
  } finally {
    giveBack(meeting);
  }
}
