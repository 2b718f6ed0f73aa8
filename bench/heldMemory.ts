/** Bytes of heap and array buffers in use after a garbage collection. The process must run with --expose-gc. */
export function heldMemory(): number {
  globalThis.gc!();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
