export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Whether two boxes share more than an edge. */
export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The box around a point. */
export function around({ x, y }: Point, radius: number): Box {
  return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
}

/** Whether any of the points is in the box. */
export function passes(points: readonly Point[], { left, top, right, bottom }: Box): boolean {
  return points.some(({ x, y }) => x > left && x < right && y > top && y < bottom);
}

/** A curve as an SVG path. It starts and ends horizontally, and x is monotonic along it. */
export function curve(from: Point, to: Point): string {
  const middle = round((from.x + to.x) / 2);
  if (from.y === to.y) return `M${round(from.x)} ${round(from.y)}H${round(to.x)}`;
  return `M${round(from.x)} ${round(from.y)}C${middle} ${round(from.y)} ${middle} ${round(to.y)} ${round(to.x)} ${round(to.y)}`;
}

/** Points on that curve, at most about 6 pixels apart. */
export function curvePoints(from: Point, to: Point): readonly Point[] {
  const count = Math.max(8, Math.ceil((Math.abs(to.x - from.x) + Math.abs(to.y - from.y)) / 6));
  const middle = (from.x + to.x) / 2;
  return Array.from({ length: count + 1 }, (_, place) => {
    const t = place / count;
    const [a, b, c, d] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t ** 2 * (1 - t), t ** 3];
    return { x: a * from.x + b * middle + c * middle + d * to.x, y: (a + b) * from.y + (c + d) * to.y };
  });
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
