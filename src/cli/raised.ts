/** A skill that is held at a lower level than a role needs. */
export interface Raised {
  readonly heldLevel: number;
  readonly requirement: { readonly requiredLevel: number; readonly skill: { readonly name: string } };
}

/** The level scale of a role's dataset, as the operations select it. */
export interface Scaled {
  readonly origin: {
    readonly levelScale: { readonly name: string; readonly lowest: number; readonly highest: number } | null;
  };
}

/** A skill to raise with its levels, such as "SQL from 2 to 4". */
export function raised({ heldLevel, requirement: { requiredLevel, skill } }: Raised): string {
  return `${skill.name} ${levels(heldLevel, requiredLevel)}`;
}

/** The held and the needed level, such as "from 2 to 4". */
export function levels(held: number, needed: number): string {
  return `from ${held} to ${needed}`;
}

/** A line that explains the levels of a role's dataset; nothing if the dataset declares no scale. */
export function scaleLine({ origin: { levelScale } }: Scaled): string[] {
  return levelScale === null ? [] : [`Levels: ${levelScale.name} (${levelScale.lowest} to ${levelScale.highest}).`];
}
