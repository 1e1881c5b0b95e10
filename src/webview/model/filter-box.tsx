interface FilterBoxProps {
  readonly label: string;
  readonly value: string;
  readonly shown: number;
  readonly of: number;
  readonly onChange: (value: string) => void;
}

/** Narrows a table down, and says how far. */
export function FilterBox({ label, value, shown, of, onChange }: FilterBoxProps) {
  return (
    <div class="filter">
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        maxLength={200}
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      <span class="quiet" role="status">
        {shown === of
          ? of.toLocaleString('en-US')
          : `${shown.toLocaleString('en-US')} of ${of.toLocaleString('en-US')}`}
      </span>
    </div>
  );
}
