/** Whether an `Accept-Encoding` header accepts an encoding. */
export function acceptsEncoding(accepted: string | readonly string[] | undefined, encoding: string): boolean {
  return String(accepted ?? "")
    .split(",")
    .some((part) => {
      const [name = "", quality = ""] = part.split(";");
      return name.trim().toLowerCase() === encoding && !/^\s*q=0(\.0*)?\s*$/.test(quality);
    });
}
