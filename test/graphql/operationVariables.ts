/** Variables that each operation in `schema/operations/` is run with, on the seed dataset; the first is its example. */
export const OPERATION_VARIABLES: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
  "shortest-path": [
    { from: "Data Scientist", to: "Staff MLE" },
    { from: "Junior MLE", to: "VP of AI" },
    { from: "Data Scientist", to: "Data Scientist" },
    { from: "VP of AI", to: "Data Scientist" },
  ],
  paths: [
    {
      from: "Data Scientist",
      to: "VP of AI",
      limit: 3,
      profile: { skills: ["Python", "SQL"] },
      where: { avoid: ["Junior MLE"] },
    },
    { from: "Data Scientist", to: "Principal ML Engineer", objective: "LEAST_TIME", limit: 20 },
    { from: "Data Scientist", to: "VP of AI", objective: "LEAST_LEARNING", profile: { skills: ["Python", "SQL"] } },
    { from: "Data Scientist", to: "Director of Machine Learning", where: { via: ["Staff MLE"] } },
    { from: "Junior MLE", to: "VP of AI", where: { tracks: ["management"] } },
    { from: "Junior MLE", to: "AI Consultant", where: { basis: "STATED" } },
    { from: "Data Scientist", to: "Staff MLE", where: { avoid: ["Senior MLE"] } },
    { from: "VP of AI", to: "Data Scientist" },
    {
      from: "Junior MLE",
      to: "Principal ML Engineer",
      where: { kinds: ["PROMOTION"], maxSteps: 4, maxYears: 30, maxTrackChanges: 0 },
    },
  ],
  role: [
    { ref: "Staff MLE" },
    { ref: "role:data-scientist" },
    { ref: "Junior ML Engineer" },
    { ref: "ML Architect" },
    { ref: "AI Consultant" },
  ],
  roles: [
    { first: 5, where: { track: "management" } },
    { first: 100, orderBy: "SENIORITY" },
    { where: { place: "ALTERNATIVE" } },
    { where: { requires: "Python", track: "ic" }, first: 2 },
    { where: { requiresAll: ["Python", "PyTorch"], seniority: { from: 2, to: 4 }, text: "engineer", dataset: "seed" } },
  ],
  search: [
    { text: "pytorh", kinds: ["SKILL", "CERTIFICATION"] },
    { text: "engineer" },
    { text: "C++" },
    { text: "" },
    { text: "no such thing at all" },
  ],
  find: [{ text: "mle", kinds: ["ROLE"] }, { text: "pytorhc" }, { text: "machine learning enginer", first: 100 }],
  neighborhood: [
    { id: "role:senior-ml-engineer", depth: 2 },
    { id: "skill:pytorch", depth: 3, limit: 500 },
    { id: "role:staff-ml-engineer", kinds: ["ROLE", "CLAIM", "SOURCE", "STATEMENT"], depth: 2, limit: 7 },
  ],
  node: [
    { id: "skill:pytorch" },
    { id: "role:staff-ml-engineer" },
    { id: "transition:data-scientist--ml-engineer" },
    { id: "role:nobody" },
  ],
  "alternative-paths": [
    { from: "Senior MLE" },
    {},
    { profile: { skills: ["Python"], certifications: ["Deep Learning Specialization"] } },
    { from: "VP of AI" },
  ],
  tradeoffs: [
    { from: "Data Scientist", to: "Principal ML Engineer" },
    {
      from: "Junior MLE",
      to: "VP of AI",
      profile: { skills: ["Python"] },
      where: { avoid: ["Director of ML"], maxSteps: 9 },
    },
    { from: "VP of AI", to: "Data Scientist" },
  ],
  "reachable-roles": [
    { from: "Senior MLE", maxSteps: 2 },
    { from: "Data Scientist", maxYears: 8, first: 3 },
    { from: "Junior MLE", profile: { skills: ["Python"] }, first: 100 },
    { from: "VP of AI" },
  ],
  "feeder-roles": [{ to: "Staff MLE", maxSteps: 2 }, { to: "VP of AI" }, { to: "Junior MLE", maxSteps: 0 }],
  "matching-roles": [
    { profile: { skills: ["Python", "PyTorch", "SQL"] } },
    { profile: { certifications: ["AWS Certified Machine Learning – Specialty"] }, first: 100 },
    { profile: {} },
  ],
  "reverse-links": [
    {
      ids: [
        "track:ic",
        "certification:deep-learning-specialization",
        "employer:google",
        "degree:masters-degree",
        "skill:python",
      ],
    },
    { ids: ["track:management", "degree:phd", "track:nowhere"], first: 2 },
  ],
  "skill-gap": [
    {
      from: "Data Scientist",
      to: "Machine Learning Engineer",
      profile: { certifications: ["AWS Certified Machine Learning – Specialty"] },
    },
    { to: "Staff MLE" },
    { from: "Staff MLE", to: "Junior MLE" },
  ],
  levels: [
    { from: "Data Scientist", to: "Machine Learning Engineer" },
    { to: "Staff MLE", profile: { skills: ["Python"] } },
  ],
  "cross-dataset": [
    { from: "Data Scientist", to: "Staff MLE" },
    { from: "VP of AI", to: "Data Scientist" },
  ],
  roadmap: [
    { from: "Data Scientist", to: "Senior MLE" },
    { to: "Staff MLE", profile: { skills: ["Python", "SQL"], degrees: ["Master's degree"], years: 3 } },
    { from: "VP of AI", to: "Data Scientist" },
  ],
  "compare-roles": [
    { roles: ["Staff ML Engineer", "ML Engineering Manager"] },
    { roles: ["Junior MLE", "Machine Learning Engineer", "Senior MLE", "Staff MLE", "Principal ML Engineer"] },
  ],
  "compare-tracks": [{}, { tracks: ["management", "IC"] }, { tracks: null }],
  market: [{}],
  pay: [{ ref: "Junior MLE" }, { ref: "Junior MLE", place: "US", currency: "USD" }],
  dataset: [{}],
};
