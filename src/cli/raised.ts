/** A skill that is held at a lower level than a role needs. */
export interface Raised {
  readonly heldLevel: number;
  readonly requirement: { readonly requiredLevel: number; readonly skill: { readonly name: string } };
}

/** The scale of a role's dataset, as the operations ask for it. */
export interface Scaled {
  readonly origin: {
    readonly levelScale: { readonly name: string; readonly lowest: number; readonly highest: number } | null;
  };
}

/** From where to where a skill is to be raised, such as "SQL from 2 to 4". */
export function raised({ heldLevel, requirement: { requiredLevel, skill } }: Raised): string {
  return `${skill.name} ${levels(heldLevel, requiredLevel)}`;
}

/** From where to where a level rises. */
export function levels(held: number, needed: number): string {
  return `from ${held} to ${needed}`;
}

/** A line that explains the levels of a role's dataset; nothing if the dataset declares no scale. */
export function scaleLine({ origin: { levelScale } }: Scaled): string[] {
  return levelScale === null ? [] : [`Levels: ${levelScale.name} (${levelScale.lowest} to ${levelScale.highest}).`];
}
