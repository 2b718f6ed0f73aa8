import type { Basis } from "../../src/model/Basis.js";
import type { PayComponent } from "../../src/model/PayComponent.js";
import type { PayPeriod } from "../../src/model/PayPeriod.js";
import type { PayStatistic } from "../../src/model/PayStatistic.js";

/*
 * The content of the two source documents, written down from the documents and not from the dataset, so that the dataset can be compared
 * with it. Headings are fragments of those in the documents.
 */

export const LADDER = "source:ml-engineer-ladder";
export const GUIDE = "source:ml-engineer-guide";

/** The works that the guide numbers [1] to [10]. */
export const CITED = {
  1: "source:wef-future-of-jobs-2025",
  2: "source:bls-research-scientists",
  3: "source:salary-com-glassdoor-2025",
  4: "source:glassdoor-ml-engineer-pay",
  5: "source:bls-data-scientists",
  6: "source:365-data-science-outlook-2025",
  7: "source:bls-systems-managers",
  8: "source:coursera-salary-2026",
  9: "source:bls-ai-impacts",
  10: "source:datacamp-salaries-2026",
} as const;

/** A place in a document: the document, a fragment of the heading there, and the work cited for the fact, if any. */
export interface Place {
  readonly source: string;
  readonly heading: string;
  readonly via: string | null;
}

const ladder = (heading: string): Place => ({ source: LADDER, heading, via: null });

/** A place in the guide; one for each work that it cites there, or one that cites nothing. */
function guide(heading: string, ...cited: (keyof typeof CITED)[]): Place[] {
  if (cited.length === 0) return [{ source: GUIDE, heading, via: null }];
  return cited.map((number) => ({ source: GUIDE, heading, via: CITED[number] }));
}

const RUNG_1 = "Junior ML Engineer / ML Intern";
const RUNG_2 = "Machine Learning Engineer";
const RUNG_3 = "Senior ML Engineer";
const RUNG_4 = "ML Architect / Head of AI";
const LEAD = "From Entry-Level to Leadership";
const TAKEAWAYS = "Key Takeaways";
const JUNIOR = "Junior Machine Learning Engineer (";
const DATA_SCIENTIST = "Data Scientist / ML Research Associate";
const MID = "Machine Learning Engineer (Mid-Level";
const SENIOR = "Senior Machine Learning Engineer (";
const STAFF = "Staff ML Engineer";
const PRINCIPAL = "Principal ML Engineer";
export const MANAGER = "ML Engineering Manager";
const DIRECTOR = "Director of Machine Learning";
const VP = "VP of AI / Chief AI Officer";
const ALTERNATIVES = "Alternative Career Paths";
const TRENDS = "Industry Trends";
const LADDER_FAQ = (role: string) => `What skills do I need to become a ${role}?`;
const LADDER_FAQ_PAY = "What is the salary range";
const FAQ_1 = "What degree do I need";
const FAQ_2 = "How long does it take";
const FAQ_3 = "What is the salary difference";
const FAQ_4 = "Is a PhD required";
const FAQ_5 = "What programming languages";
const FAQ_6 = "How does ML engineering compare";
const FAQ_7 = "What industries offer";

export interface PayFigure {
  readonly says: string;
  readonly about: string;
  readonly min: number;
  readonly max: number | null;
  readonly openEnded?: true;
  readonly period?: PayPeriod;
  readonly component?: PayComponent;
  readonly statistic?: PayStatistic;
  readonly asOf?: string;
  /** Fragment of the population; omitted if the figure is about everyone in the role. */
  readonly population?: string;
  /** Fragment of the note, if the meaning depends on it. */
  readonly note?: string;
  readonly at: readonly Place[];
}

/** Every pay figure, in US dollars. Defaults: YEAR, UNSPECIFIED, RANGE, not open-ended, no date. */
export const PAY: readonly PayFigure[] = [
  {
    says: "junior pay by the ladder",
    about: "role:junior-ml-engineer",
    min: 70_000,
    max: 100_000,
    at: [ladder(RUNG_1), ladder(LADDER_FAQ_PAY)],
  },
  { says: "mid-level pay by the ladder", about: "role:ml-engineer", min: 110_000, max: 160_000, at: [ladder(RUNG_2)] },
  {
    says: "senior pay by the ladder",
    about: "role:senior-ml-engineer",
    min: 160_000,
    max: 220_000,
    at: [ladder(RUNG_3)],
  },
  {
    says: "ML Architect / Head of AI pay, open above",
    about: "role:ml-architect-head-of-ai",
    min: 220_000,
    max: 350_000,
    openEnded: true,
    at: [ladder(RUNG_4), ladder(LADDER_FAQ_PAY)],
  },
  {
    says: "median of computer and information research scientists",
    about: "role:ml-engineer",
    min: 140_910,
    max: 140_910,
    statistic: "MEDIAN",
    population: "research scientists",
    at: [...guide(LEAD, 2), ...guide(TAKEAWAYS, 2), ...guide(FAQ_6, 2)],
  },
  {
    says: "from 120,000 at entry",
    about: "role:junior-ml-engineer",
    min: 120_000,
    max: null,
    statistic: "FLOOR",
    at: guide(TAKEAWAYS, 3),
  },
  {
    says: "over 314,000 for principals",
    about: "role:principal-ml-engineer",
    min: 314_000,
    max: null,
    statistic: "FLOOR",
    at: guide(TAKEAWAYS, 3),
  },
  { says: "junior band", about: "role:junior-ml-engineer", min: 120_000, max: 160_000, at: guide(JUNIOR) },
  {
    says: "average junior salary in December 2025",
    about: "role:junior-ml-engineer",
    min: 125_620,
    max: 125_620,
    statistic: "AVERAGE",
    asOf: "2025-12",
    note: "Salary.com",
    at: guide(JUNIOR, 3, 4),
  },
  {
    says: "junior total in the first year",
    about: "role:junior-ml-engineer",
    min: 125_000,
    max: 208_000,
    component: "TOTAL",
    population: "less than one year",
    note: "Glassdoor",
    at: guide(JUNIOR, 3, 4),
  },
  { says: "data scientist band", about: "role:data-scientist", min: 100_000, max: 130_000, at: guide(DATA_SCIENTIST) },
  {
    says: "median of data scientists",
    about: "role:data-scientist",
    min: 112_590,
    max: 112_590,
    statistic: "MEDIAN",
    note: "Bureau of Labor Statistics",
    at: [...guide(DATA_SCIENTIST, 5), ...guide(FAQ_6, 5)],
  },
  { says: "mid-level band", about: "role:ml-engineer", min: 140_000, max: 200_000, at: guide(MID) },
  {
    says: "band of 33 % of the roles",
    about: "role:ml-engineer",
    min: 160_000,
    max: 200_000,
    statistic: "SHARE_OF_ROLES",
    note: "33 %",
    at: guide(MID, 6),
  },
  {
    says: "next most common band",
    about: "role:ml-engineer",
    min: 120_000,
    max: 160_000,
    statistic: "SHARE_OF_ROLES",
    note: "second most common",
    at: guide(MID, 6),
  },
  { says: "senior band", about: "role:senior-ml-engineer", min: 180_000, max: 260_000, at: guide(SENIOR) },
  {
    says: "average of senior deep learning engineers",
    about: "role:senior-ml-engineer",
    min: 211_304,
    max: 211_304,
    statistic: "AVERAGE",
    population: "deep learning",
    note: "Levels.fyi",
    at: guide(SENIOR, 3),
  },
  {
    says: "senior total at major technology companies",
    about: "role:senior-ml-engineer",
    min: 250_000,
    max: null,
    component: "TOTAL",
    statistic: "FLOOR",
    population: "major technology companies",
    note: "frequently",
    at: guide(SENIOR, 3),
  },
  { says: "staff band", about: "role:staff-ml-engineer", min: 230_000, max: 350_000, at: guide(STAFF) },
  {
    says: "staff total at the likes of Google",
    about: "role:staff-ml-engineer",
    min: 400_000,
    max: null,
    component: "TOTAL",
    statistic: "FLOOR",
    population: "Google, Meta and Apple",
    note: "equity",
    at: guide(STAFF),
  },
  {
    says: "principal band, open above",
    about: "role:principal-ml-engineer",
    min: 260_000,
    max: 450_000,
    openEnded: true,
    at: guide(PRINCIPAL),
  },
  {
    says: "principal band as base pay, open above",
    about: "role:principal-ml-engineer",
    min: 260_000,
    max: 450_000,
    openEnded: true,
    component: "BASE",
    at: guide(FAQ_3, 3),
  },
  {
    says: "principal base",
    about: "role:principal-ml-engineer",
    min: 163_538,
    max: 313_840,
    component: "BASE",
    note: "Total pay",
    at: guide(PRINCIPAL, 3),
  },
  { says: "manager band", about: "role:ml-engineering-manager", min: 200_000, max: 300_000, at: guide(MANAGER) },
  { says: "director band", about: "role:director-of-ml", min: 250_000, max: 400_000, at: guide(DIRECTOR) },
  {
    says: "director band as base pay",
    about: "role:director-of-ml",
    min: 250_000,
    max: 400_000,
    component: "BASE",
    at: guide(FAQ_3, 3),
  },
  { says: "VP band, open above", about: "role:vp-of-ai", min: 350_000, max: 600_000, openEnded: true, at: guide(VP) },
  {
    says: "median of computer and information systems managers",
    about: "role:vp-of-ai",
    min: 171_200,
    max: 171_200,
    statistic: "MEDIAN",
    population: "systems managers",
    note: "far more",
    at: guide(VP, 7),
  },
  {
    says: "research scientist total at named labs, open above",
    about: "role:ml-research-scientist",
    min: 200_000,
    max: 500_000,
    openEnded: true,
    component: "TOTAL",
    population: "DeepMind, OpenAI and Meta FAIR",
    at: guide(ALTERNATIVES),
  },
  {
    says: "data engineering, a median given as a range",
    about: "role:data-engineer",
    min: 130_000,
    max: 170_000,
    statistic: "MEDIAN",
    at: guide(ALTERNATIVES),
  },
  {
    says: "technical product manager",
    about: "role:technical-product-manager-ai",
    min: 150_000,
    max: 250_000,
    at: guide(ALTERNATIVES),
  },
  {
    says: "independent consultants, an hour",
    about: "role:ai-consultant",
    min: 200,
    max: 500,
    period: "HOUR",
    population: "independent",
    at: guide(ALTERNATIVES),
  },
  {
    says: "consultants in a firm",
    about: "role:ai-consultant",
    min: 180_000,
    max: 350_000,
    population: "firm",
    at: guide(ALTERNATIVES),
  },
  {
    says: "total of seniors in quantitative trading",
    about: "role:senior-ml-engineer",
    min: 500_000,
    max: null,
    component: "TOTAL",
    statistic: "FLOOR",
    population: "quantitative trading",
    at: guide(FAQ_7),
  },
];

export interface GrowthFigure {
  readonly says: string;
  readonly about: string;
  readonly percent: number;
  readonly atLeast: boolean;
  readonly fromYear: number;
  readonly toYear: number;
  readonly population: string;
  readonly note: string;
  readonly at: readonly Place[];
}

export const GROWTH: readonly GrowthFigure[] = [
  {
    says: "over 80 % for AI and ML specialists",
    about: "role:ml-engineer",
    percent: 80,
    atLeast: true,
    fromYear: 2025,
    toYear: 2030,
    population: "AI and machine learning specialists",
    note: "World Economic Forum",
    at: guide(LEAD, 1),
  },
  {
    says: "20 % for research scientists, five times the average",
    about: "role:ml-engineer",
    percent: 20,
    atLeast: false,
    fromYear: 2024,
    toYear: 2034,
    population: "computer and information research scientists",
    note: "5 times the average",
    at: [...guide(LEAD, 2), ...guide(TAKEAWAYS, 2)],
  },
  {
    says: "34 % for data scientists, with 23,400 openings a year",
    about: "role:data-scientist",
    percent: 34,
    atLeast: false,
    fromYear: 2024,
    toYear: 2034,
    population: "data scientists",
    note: "23,400 openings a year",
    at: guide(DATA_SCIENTIST, 5),
  },
];

/** Years of experience by role; other roles have none. Where both sources give years, they agree. */
export const EXPERIENCE: readonly { role: string; from: number; to: number | null; at: readonly Place[] }[] = [
  { role: "role:junior-ml-engineer", from: 0, to: 2, at: [ladder(RUNG_1), ladder(LADDER_FAQ(RUNG_1))] },
  { role: "role:ml-engineer", from: 2, to: 5, at: [ladder(RUNG_2), ladder(LADDER_FAQ(RUNG_2)), ...guide(MID)] },
  {
    role: "role:senior-ml-engineer",
    from: 5,
    to: 8,
    at: [ladder(RUNG_3), ladder(LADDER_FAQ(RUNG_3)), ...guide(SENIOR)],
  },
  { role: "role:ml-architect-head-of-ai", from: 8, to: null, at: [ladder(RUNG_4), ladder(LADDER_FAQ(RUNG_4))] },
];

/** Years of the phases, with the number of items that the guide lists in each and of the sub-items in their parentheses. */
export const PHASES = [
  { name: "Foundation", from: 0, to: 2, items: 7, subItems: 3 },
  { name: "Specialization", from: 2, to: 4, items: 4, subItems: 10 },
  { name: "Systems Thinking", from: 4, to: 7, items: 5, subItems: 0 },
  { name: "Strategic Impact", from: 7, to: null, items: 5, subItems: 0 },
] as const;

/** Figures in sentences: the record that must contain it, the words with the figure, and the source. */
export const SAID: readonly { says: string; id: string; words: RegExp; at: readonly Place[] }[] = [
  {
    says: "junior years in the ladder's FAQ",
    id: "question:junior-skills",
    words: /0–2 years/,
    at: [ladder(LADDER_FAQ(RUNG_1))],
  },
  {
    says: "mid-level years in the ladder's FAQ",
    id: "question:ml-engineer-skills",
    words: /2–5 years/,
    at: [ladder(LADDER_FAQ(RUNG_2))],
  },
  {
    says: "senior years in the ladder's FAQ",
    id: "question:senior-skills",
    words: /5–8 years/,
    at: [ladder(LADDER_FAQ(RUNG_3))],
  },
  {
    says: "architect years in the ladder's FAQ",
    id: "question:architect-skills",
    words: /8\+ years/,
    at: [ladder(LADDER_FAQ(RUNG_4))],
  },
  {
    says: "pay from entry to lead in the ladder's FAQ",
    id: "question:pay-range",
    words: /70,000–100,000.*220,000–350,000\+/,
    at: [ladder(LADDER_FAQ_PAY)],
  },
  {
    says: "over 80 % from 2025 to 2030, by the report of 2025",
    id: "statement:lead-guide-growth",
    words: /2025 expects.*over 80 % from 2025 to 2030/,
    at: guide(LEAD, 1),
  },
  {
    says: "median and growth of research scientists",
    id: "statement:lead-guide-statistics",
    words: /140,910.*20 % between 2024 and 2034/,
    at: guide(LEAD, 2),
  },
  {
    says: "pay from entry to principal, and the median",
    id: "statement:takeaway-pay",
    words: /120,000.*over USD 314,000.*140,910/,
    at: guide(TAKEAWAYS, 2, 3),
  },
  { says: "two tracks", id: "statement:takeaway-tracks", words: /\b2 tracks/, at: guide(TAKEAWAYS) },
  {
    says: "growth of “the field”, five times the average",
    id: "statement:takeaway-growth",
    words: /2024–2034.*20 %.*5 times/,
    at: guide(TAKEAWAYS, 2),
  },
  {
    says: "years until system design",
    id: "statement:ml-engineer-system-design",
    words: /2–3 years/,
    at: guide(MID),
  },
  {
    says: "premium of NLP and generative AI",
    id: "statement:premium-specialists",
    words: /generative AI are currently.*15–25 %.*generalists/,
    at: guide(MID),
  },
  { says: "size of a manager's team", id: "statement:manager-team", words: /5 to 12/, at: guide(MANAGER) },
  {
    says: "years from entry to senior",
    id: "question:time-to-senior",
    words: /5–8 years from entry/,
    at: guide(FAQ_2),
  },
  {
    says: "base pay of principals and directors",
    id: "question:track-pay",
    words: /260,000–450,000\+ \(principals\).*250,000–400,000 \(directors\)/,
    at: guide(FAQ_3, 3),
  },
  {
    says: "share of FAANG postings that prefer a PhD",
    id: "question:phd-needed",
    words: /40 % of the postings of FAANG.*prefer/,
    at: guide(FAQ_4),
  },
  {
    says: "premium over data scientists in the FAQ, with both medians",
    id: "question:data-science-pay",
    words: /typically.*15–25 %.*112,590.*140,910/,
    at: [...guide(FAQ_6), ...guide(FAQ_6, 2, 5)],
  },
  {
    says: "premium over data scientists",
    id: "statement:premium-over-data-scientists",
    words: /typically lies 15–25 % above that of data scientists/,
    at: guide(FAQ_6),
  },
  {
    says: "pay in quantitative trading",
    id: "question:top-paying-sectors",
    words: /USD 500,000 in total/,
    at: guide(FAQ_7),
  },
  { says: "pay in quantitative trading", id: "sector:financial-services", words: /USD 500,000/, at: guide(FAQ_7) },
  {
    says: "degree by the FAQ",
    id: "question:degree-needed",
    words: /master's/,
    at: [...guide(FAQ_1), ...guide(FAQ_1, 2)],
  },
  { says: "languages by the FAQ", id: "question:languages", words: /C\+\+.*Rust.*SQL.*Scala.*Java/, at: guide(FAQ_5) },
  {
    says: "rising pay for language models",
    id: "trend:large-language-models",
    words: /rising/,
    at: guide(TRENDS, 1),
  },
  {
    says: "a premium without a figure",
    id: "trend:multimodal-ai",
    words: /no figure/,
    at: guide(TRENDS),
  },
  {
    says: "pay of the tracks compared",
    id: "statement:premium-tracks",
    words: /mid-career.*match managers in total/,
    at: guide(FAQ_3, 3),
  },
];

/** The key skills that the ladder's FAQ names for each rung, under the names it gives them; a list if a name means several. */
export const LADDER_SKILLS: Readonly<Record<string, readonly (string | readonly string[])[]>> = {
  "role:junior-ml-engineer": [
    "Python",
    ["Linear Algebra", "Statistics"],
    "Scikit-learn",
    "Data Preprocessing",
    "Jupyter Notebooks",
    "Basic Neural Networks",
  ],
  "role:ml-engineer": [
    "TensorFlow/PyTorch",
    "NLP/Computer Vision",
    "Feature Engineering",
    "Model Deployment",
    "MLOps basics",
    "Cloud ML Services",
  ],
  "role:senior-ml-engineer": [
    "Advanced Deep Learning",
    "ML System Design",
    "Distributed Training",
    "Model Optimization",
    "Research to Production",
    "Team Mentoring",
  ],
  "role:ml-architect-head-of-ai": [
    "AI Strategy",
    "Research Leadership",
    "LLM/GenAI Architecture",
    "Ethics in AI",
    "Cross-functional AI Adoption",
  ],
};

/** The guide's requirements: those for entry, which its junior role has, and those that distinguish seniors. */
export const REQUIREMENTS: readonly { role: string; entries: readonly RegExp[]; heading: string }[] = [
  {
    role: "role:junior-ml-engineer",
    entries: [
      /master's/,
      /Python.*TensorFlow or PyTorch/,
      /linear algebra and calculus, probability, optimization/,
      /Git.*CI\/CD/,
      /SageMaker.*Vertex AI.*Azure ML/,
    ],
    heading: JUNIOR,
  },
  {
    role: "role:senior-ml-engineer",
    entries: [
      /GPUs.*nodes/,
      /feature.*registries.*experiment/,
      /A\/B.*causal inference/,
      /[Mm]entor.*review/,
      /[Pp]ublish.*open-source/,
    ],
    heading: SENIOR,
  },
];

export const TRANSITIONS: readonly { from: string; to: string; basis: Basis }[] = [
  { from: "junior-ml-engineer", to: "ml-engineer", basis: "STATED" },
  { from: "ml-engineer", to: "senior-ml-engineer", basis: "STATED" },
  { from: "senior-ml-engineer", to: "ml-architect-head-of-ai", basis: "STATED" },
  { from: "data-scientist", to: "ml-engineer", basis: "STATED" },
  { from: "ml-engineer", to: "data-engineer", basis: "STATED" },
  { from: "senior-ml-engineer", to: "ai-consultant", basis: "STATED" },
  { from: "data-scientist", to: "junior-ml-engineer", basis: "INFERRED" },
  { from: "senior-ml-engineer", to: "staff-ml-engineer", basis: "INFERRED" },
  { from: "staff-ml-engineer", to: "principal-ml-engineer", basis: "INFERRED" },
  { from: "senior-ml-engineer", to: "ml-engineering-manager", basis: "INFERRED" },
  { from: "ml-engineering-manager", to: "director-of-ml", basis: "INFERRED" },
  { from: "director-of-ml", to: "vp-of-ai", basis: "INFERRED" },
  { from: "staff-ml-engineer", to: "ml-engineering-manager", basis: "INFERRED" },
  { from: "ml-engineering-manager", to: "staff-ml-engineer", basis: "INFERRED" },
  { from: "principal-ml-engineer", to: "director-of-ml", basis: "INFERRED" },
  { from: "director-of-ml", to: "principal-ml-engineer", basis: "INFERRED" },
  { from: "ml-engineer", to: "ml-research-scientist", basis: "INFERRED" },
  { from: "ml-engineer", to: "mlops-engineer", basis: "INFERRED" },
  { from: "ml-engineer", to: "technical-product-manager-ai", basis: "INFERRED" },
  // If the guide names no level, the move may also start from the rungs above the middle. The move back leads to the middle.
  ...["data-engineer", "ml-research-scientist", "mlops-engineer", "technical-product-manager-ai"].flatMap((role) => [
    { from: "senior-ml-engineer", to: role, basis: "INFERRED" as const },
    { from: "staff-ml-engineer", to: role, basis: "INFERRED" as const },
    { from: role, to: "ml-engineer", basis: "INFERRED" as const },
  ]),
];

/** Number of records of each kind that the documents describe. */
export const COUNTS = {
  roles: 15,
  tracks: 2,
  certifications: 5,
  degrees: 3,
  activities: 3,
  phases: 4,
  trends: 5,
  sectors: 4,
  // Six by name, and FAANG as a group.
  employers: 7,
  questions: 12,
  growth: 3,
  sources: 12,
  transitions: 31,
} as const;
