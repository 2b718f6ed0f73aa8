import { giveBack, takeMeeting } from "./Meeting.js";
import type { SearchClock } from "../pace/SearchClock.js";
import type { Span } from "./Span.js";

/** The weight of the best path of a span; Infinity if there is none or the clock ran out. As expensive as a `Meeting`. */
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
