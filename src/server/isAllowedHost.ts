import { isIP } from "node:net";

/**
 * Whether the service accepts a `Host` header. The operator of a foreign page can make its own host name resolve to this machine, so that the
 * page counts as same-origin ("DNS rebinding"). Host names must therefore be listed. IP addresses do not have this problem and are accepted.
 * @param header the `Host` header, with or without a port; HTTP/1.0 requests may lack it
 * @param allowed names in lower case; null allows all
 */
export function isAllowedHost(header: string | undefined, allowed: readonly string[] | null): boolean {
  if (allowed === null) return true;
  const name = (header ?? "").toLowerCase().replace(/:\d*$/, "");
  return allowed.includes(name) || isIP(name.replace(/^\[(.*)\]$/, "$1")) !== 0;
}
