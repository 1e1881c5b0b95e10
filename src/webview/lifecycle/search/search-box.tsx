import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { KIND_NAMES } from '../../../catalog/kind-names';
import type { SearchHit } from '../../../catalog/search/search-hit';
import { placeOfRef } from '../model/place-of-ref';
import { usePanel } from '../panel-context';
import { Icon } from '../parts/icon';

/** Long enough not to ask for each letter of a fast typist, short enough not to be noticed. */
const DEBOUNCE_MS = 90;

/** Finds any entry or rule while one types: arrow keys choose, Enter opens, Escape closes; `/` anywhere leads here. */
export function SearchBox() {
  const { index, state, found, go, post } = usePanel();
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(0);
  /** Enter was pressed before the answer came. */
  const [impatient, setImpatient] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const id = useId();
  const wanted = query.trim();
  const hits = found?.query === wanted ? found.hits : undefined;
  const shown = open && wanted !== '';
  // Until the answer comes, the one before stays: a list that blinks with each letter is hard to read.
  const listed = hits ?? found?.hits ?? [];
  const active = hits && hits[Math.min(chosen, hits.length - 1)];

  useEffect(() => {
    if (wanted === '') return undefined;
    const timer = setTimeout(() => post({ type: 'search', query: wanted }), DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [wanted, post]);

  useSlash(() => input.current?.focus());

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen, hits]);

  const openHit = (hit: SearchHit) => {
    setOpen(false);
    setImpatient(false);
    setQuery('');
    go(placeOfRef(`${hit.kind}/${hit.id}`, { ...state, stage: undefined }, index));
  };

  useEffect(() => {
    if (!impatient || !hits) return;
    setImpatient(false);
    if (hits[0]) openHit(hits[0]);
  }, [impatient, hits]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const last = (hits?.length ?? 0) - 1;
    if (event.key === 'Escape') {
      // An open list is closed first, a text is cleared next.
      if (shown) setOpen(false);
      else setQuery('');
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setChosen(shown && last >= 0 ? (chosen + step + last + 1) % (last + 1) : 0);
      setOpen(true);
    } else if (event.key === 'Enter') {
      if (active && shown) openHit(active);
      else if (!hits && wanted !== '') setImpatient(true);
    } else return;
    event.preventDefault();
  };

  return (
    <div class="search" role="search">
      <Icon name="search" />
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label="Search stages, risks, controls, tools, frameworks and rules"
        placeholder="Search (/)"
        autocomplete="off"
        maxLength={200}
        spellcheck={false}
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        {...(shown && active
          ? { 'aria-activedescendant': `${id}-${Math.min(chosen, hits.length - 1)}` }
          : {})}
        value={query}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setChosen(0);
          setImpatient(false);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <div class="hits" hidden={!shown}>
        <ul id={`${id}-list`} role="listbox" aria-label="Hits" ref={list}>
          {shown &&
            listed.map((hit, at) => (
              <Hit
                key={`${hit.kind}/${hit.id}`}
                id={`${id}-${at}`}
                hit={hit}
                selected={hit === active}
                onOpen={() => openHit(hit)}
              />
            ))}
        </ul>
        <p class="no-hits" role="status">
          {shown && hits?.length === 0 && `Nothing found for “${wanted}”.`}
        </p>
      </div>
    </div>
  );
}

interface HitProps {
  readonly id: string;
  readonly hit: SearchHit;
  readonly selected: boolean;
  readonly onOpen: () => void;
}

function Hit({ id, hit, selected, onOpen }: HitProps) {
  return (
    <li
      id={id}
      role="option"
      aria-selected={selected}
      // The field must keep the focus, or the list closes before the click arrives.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onOpen}
    >
      {hit.label && <span class="code-label">{hit.label}</span>}
      <span class="risk-title">{hit.title}</span>
      <span class="risk-count">{hit.kind === 'rules' ? 'rule' : KIND_NAMES[hit.kind].one}</span>
    </li>
  );
}

/** Calls `onSlash` for a `/` that is typed anywhere but into a field. */
function useSlash(onSlash: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest('input, select, textarea')) return;
      event.preventDefault();
      onSlash();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
