import type { Admission } from "../query/Admission.js";
import type { Network } from "../network/Network.js";
import type { Weights } from "../search/Weights.js";

/** Two roles between which paths are sought, with the admitted steps and their weights. */
export interface Span {
  readonly network: Network;
  readonly admission: Admission;
  readonly weights: Weights;
  readonly from: number;
  /** Differs from `from`. */
  readonly to: number;
}
