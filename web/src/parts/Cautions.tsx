interface Props {
  readonly cautions: readonly { readonly kind: string; readonly message: string }[];
}

/** The cautions about a path or a step. */
export function Cautions({ cautions }: Props) {
  if (cautions.length === 0) return null;
  return (
    <ul class="cautions">
      {cautions.map(({ kind, message }) => (
        <li key={`${kind} ${message}`}>
          <span aria-hidden="true">⚠</span> {message}
        </li>
      ))}
    </ul>
  );
}
