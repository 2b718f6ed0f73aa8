/** Bytes of heap and array buffers in use after garbage collection; the process must run with --expose-gc. */
export function heldMemory(): number {
  globalThis.gc!();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
