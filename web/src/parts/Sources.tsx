interface Props {
  readonly sources: readonly {
    readonly id: string;
    readonly title: string;
    readonly url?: string | null;
    readonly publisher?: string | null;
  }[];
}

/** The sources of a fact. */
export function Sources({ sources }: Props) {
  if (sources.length === 0) return <p class="sources">No source.</p>;
  return (
    <p class="sources">
      {sources.length === 1 ? "Source: " : "Sources: "}
      {sources.map(({ id, title, url, publisher }, place) => (
        <span key={id}>
          {place > 0 && "; "}
          {url !== null && url !== undefined && /^https?:/.test(url) ? (
            <a href={url} rel="noreferrer">
              {title}
            </a>
          ) : (
            <cite>{title}</cite>
          )}
          {publisher !== null && publisher !== undefined && `, ${publisher}`}
        </span>
      ))}
    </p>
  );
}
