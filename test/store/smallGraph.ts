import type { Dataset } from "../../src/dataset/Dataset.js";
import { datasetOf, need } from "../dataset/datasetOf.js";

/**
 * A graph small enough to draw. Three roles are on ladders, one leads to them, one leads away, and one is isolated:
 *
 *     analyst ─► junior ─► senior ─► lead        ic: junior (1), senior (3)
 *        └──────────────────┘│  ▲      │         management: lead (4)
 *                            │  └──────┘
 *                            └─► advisor (alternative)            hermit
 *
 * junior needs python; senior needs python, a framework (PyTorch or TensorFlow) and, as USEFUL, writing; lead needs writing. The
 * framework builds on python, of which PyTorch is a part. There is one node of each other kind.
 */
export function smallGraph(): Promise<Dataset> {
  return datasetOf(
    {
      tracks: [
        { id: "track:ic", name: "Individual contributor", aliases: ["Engineering track"] },
        { id: "track:management", name: "Management", description: "Leads people." },
      ],
      roles: [
        {
          id: "role:senior",
          title: "Senior Builder",
          aliases: ["Sr Maker"],
          labels: [
            { text: "Bâtisseur confirmé", language: "fr" },
            { text: "Erfahrener Erbauer", language: "de" },
          ],
          summary: "Builds alone.",
          place: "LADDER",
          seniority: 3,
          track: "track:ic",
          experience: [
            { from: 5, to: 8, cites: [{ source: "source:guide" }] },
            { from: 4, to: 7, cites: [{ source: "source:survey", heading: "Years" }] },
          ],
          preparation: {
            scale: "Builders' zones",
            level: 4,
            label: "Considerable preparation",
            education: "Most have a degree.",
            years: { from: 2 },
          },
          skills: [
            need("skill:writing", "USEFUL"),
            need("skill:framework"),
            need("skill:python", "ESSENTIAL", { level: 3.5, basis: "INFERRED", note: "Read from the junior's needs." }),
          ],
          degrees: [
            { degree: "degree:phd", necessity: "ADVANTAGE", cites: [{ source: "source:guide" }] },
            {
              degree: "degree:bachelor",
              necessity: "MINIMUM",
              note: "Or a portfolio.",
              cites: [{ source: "source:guide" }],
            },
          ],
          cites: [{ source: "source:guide", heading: "Senior", via: "source:survey" }],
        },
        {
          id: "role:junior",
          title: "Junior Builder",
          place: "LADDER",
          seniority: 1,
          track: "track:ic",
          experience: [{ from: 0, cites: [{ source: "source:guide" }] }],
          preparation: { scale: "Builders' zones", level: 2, label: "Some preparation", years: { from: 0.5, to: 1 } },
          skills: [need("skill:python")],
        },
        {
          id: "role:lead",
          title: "Building Lead",
          place: "LADDER",
          seniority: 4,
          track: "track:management",
          skills: [need("skill:writing")],
          closeMatches: ["role:advisor"],
        },
        { id: "role:analyst", title: "Analyst", place: "ENTRY" },
        {
          id: "role:advisor",
          title: "Advisor",
          place: "ALTERNATIVE",
          preparation: { scale: "Zones of another office", level: 0, label: "None" },
          closeMatches: [{ to: "role:analyst", basis: "INFERRED" }],
        },
        { id: "role:hermit", title: "Hermit", place: "UNPLACED" },
      ],
      skills: [
        { id: "skill:python", name: "Python", category: "Language" },
        { id: "skill:pytorch", name: "PyTorch", category: "Library", partOf: ["skill:framework", "skill:python"] },
        {
          id: "skill:tensorflow",
          name: "TensorFlow",
          aliases: ["TF"],
          labels: [{ text: "Flux de tenseurs", language: "fr" }],
          description: "Moves tensors.",
          collections: ["Digital", "Deep learning"],
          category: "Library",
          partOf: ["skill:framework"],
        },
        {
          id: "skill:framework",
          name: "PyTorch or TensorFlow",
          offersChoice: true,
          buildsOn: [{ to: "skill:python", basis: "INFERRED", cites: [{ source: "source:survey" }] }],
        },
        { id: "skill:writing", name: "Writing" },
      ],
      certifications: [
        { id: "certification:snake", name: "Snake Certificate", issuer: "Snakes", certifies: ["skill:python"] },
        {
          id: "certification:all-round",
          name: "All-round Certificate",
          aliases: ["ARC"],
          issuer: "Board",
          certifies: ["skill:writing", "skill:python"],
        },
      ],
      degrees: [
        { id: "degree:phd", name: "Doctorate", aliases: ["PhD"], level: "DOCTORATE" },
        { id: "degree:bachelor", name: "Bachelor's degree", level: "BACHELOR", fields: ["Mathematics"] },
      ],
      activities: [{ id: "activity:fair", name: "Fair", examples: ["Spring fair"], develops: ["skill:writing"] }],
      phases: [
        { id: "phase:start", name: "Start", years: { from: 0, to: 2 }, develops: ["skill:writing", "skill:python"] },
        { id: "phase:later", name: "Later", years: { from: 2 }, develops: ["skill:framework", "skill:python"] },
      ],
      trends: [
        { id: "trend:speed", name: "Speed", callsFor: ["skill:framework", "skill:writing"] },
        {
          id: "trend:care",
          name: "Care",
          summary: "More care.",
          callsFor: ["skill:python"],
          cites: [
            { source: "source:survey", heading: "Trends" },
            { source: "source:survey", heading: "Outlook" },
          ],
        },
      ],
      sectors: [{ id: "sector:toys", name: "Toys", note: "Pays in toys." }],
      employers: [{ id: "employer:acme", name: "Acme", employs: ["role:senior", "role:junior"] }],
      questions: [
        {
          id: "question:why",
          question: "Why build?",
          answer: "To learn.",
          about: ["role:senior", "skill:python", "track:ic"],
        },
        { id: "question:who", question: "Who builds?", answer: "Builders.", about: ["role:senior"] },
      ],
      pay: [
        {
          id: "pay:senior-b",
          about: ["role:senior"],
          min: 120000,
          max: 160000,
          openEnded: true,
          currency: "USD",
          period: "YEAR",
          component: "BASE",
          statistic: "RANGE",
          place: "US-CA",
          asOf: 2025,
        },
        {
          id: "pay:senior-half",
          about: ["role:senior"],
          min: 80_000.5,
          max: 99_000,
          currency: "USD",
          period: "YEAR",
          component: "UNSPECIFIED",
          statistic: "PERCENTILE_RANGE",
          lowerPercentile: 25,
          upperPercentile: 75,
        },
        {
          id: "pay:senior-a",
          about: ["sector:toys", "role:senior"],
          min: 90,
          currency: "EUR",
          period: "HOUR",
          component: "UNSPECIFIED",
          statistic: "FLOOR",
          otherPopulation: "freelancers",
        },
      ],
      employment: [
        { id: "employment:all", about: ["role:senior", "role:lead"], count: 12_000, place: "US", asOf: "2024-05" },
        { id: "employment:toys", about: ["role:senior"], count: 300, note: "In toys." },
      ],
      growth: [
        {
          id: "growth:all",
          about: ["role:senior"],
          percent: 20,
          atLeast: true,
          fromYear: 2024,
          toYear: 2034,
          population: "builders",
        },
      ],
      statements: [
        { id: "statement:design", topic: "RESPONSIBILITY", text: "Designs what others build.", about: ["role:senior"] },
        { id: "statement:calm", topic: "TAKEAWAY", text: "Calm pays." },
      ],
      sources: [{ id: "source:survey", title: "Survey", publisher: "Office", url: "https://example.org/survey" }],
      transitions: [
        { from: "role:senior", to: "role:lead", kind: "TRACK_CHANGE", basis: "INFERRED", note: "From parallel rungs." },
        { from: "role:analyst", to: "role:senior", kind: "PROMOTION", basis: "STATED" },
        {
          from: "role:junior",
          to: "role:senior",
          kind: "PROMOTION",
          basis: "STATED",
          statedYears: 2.5,
          advice: { demonstrate: ["skill:python"], develop: ["skill:framework"], actions: ["Ask for more."] },
          cites: [{ source: "source:survey" }, { source: "source:guide" }],
        },
        { from: "role:analyst", to: "role:junior", kind: "LATERAL", basis: "STATED" },
        { from: "role:lead", to: "role:senior", kind: "TRACK_CHANGE", basis: "STATED" },
        { from: "role:senior", to: "role:advisor", kind: "SPECIALIZATION", basis: "STATED", closeness: "DISTANT" },
      ],
    },
    {
      attributions: ["Drawn for tests.", "By hand."],
      assumedYears: { level: 1, note: "As we count." },
      levelScale: { name: "Builders' levels", lowest: 1, highest: 5 },
    },
  );
}
