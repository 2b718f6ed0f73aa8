/** A level at which a person states that they hold a skill. */
export interface HeldLevel {
  readonly skillId: string;
  /** The ordinal of the dataset that declares the scale. */
  readonly part: number;
  readonly level: number;
}

/** A skill that is held, but at too low a level for a need. */
export interface SkillToRaise {
  readonly skillId: string;
  /** The level held, on the scale of the dataset of the role with the need. */
  readonly heldLevel: number;
}
