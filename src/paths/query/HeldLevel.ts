/** A level at which a person says they hold a skill. */
export interface HeldLevel {
  readonly skillId: string;
  /** Place of the dataset whose scale the level is on. */
  readonly part: number;
  readonly level: number;
}

/** A skill that is held at too low a level for a need. */
export interface SkillToRaise {
  readonly skillId: string;
  /** Level held, on the scale of the dataset of the role that needs more. */
  readonly heldLevel: number;
}
