/** The id for a concept URI, with a prefix; null if the URI has another form. */
function idOf(prefix: "role" | "skill", uri: string | null, form: RegExp): string | null {
  const key = uri === null ? undefined : form.exec(uri)?.[1];
  return key === undefined ? null : `${prefix}:esco-${key}`;
}

const OCCUPATION = /^http:\/\/data\.europa\.eu\/esco\/occupation\/([0-9a-f]+(?:-[0-9a-f]+)*)$/;
const SKILL = /^http:\/\/data\.europa\.eu\/esco\/skill\/([0-9a-f]+(?:-[0-9a-f]+)*)$/;

export function roleIdOf(uri: string | null): string | null {
  return idOf("role", uri, OCCUPATION);
}

export function skillIdOf(uri: string | null): string | null {
  return idOf("skill", uri, SKILL);
}
