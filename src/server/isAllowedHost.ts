import { isIP } from "node:net";

/**
 * Whether a service may answer what was sent to a `Host`. A page of a foreign origin can have its own name point at this machine and then
 * passes as a page of the service ("DNS rebinding"), so names must be known. Addresses cannot be pointed elsewhere and always pass.
 * @param header the `Host` header, with or without a port; absent from HTTP/1.0
 * @param allowed names in lower case; null allows all
 */
export function isAllowedHost(header: string | undefined, allowed: readonly string[] | null): boolean {
  if (allowed === null) return true;
  const name = (header ?? "").toLowerCase().replace(/:\d*$/, "");
  return allowed.includes(name) || isIP(name.replace(/^\[(.*)\]$/, "$1")) !== 0;
}
