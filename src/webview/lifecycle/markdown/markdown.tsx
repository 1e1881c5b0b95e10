import type { ComponentChild } from 'preact';
import { ExternalLink } from '../parts/external-link';
import { parseInline, parseMarkdown, type Block, type Inline } from './parse-markdown';

/** Renders a rule text as elements; nothing of it is ever read as HTML. */
export function Markdown({ text }: { readonly text: string }) {
  return <div class="markdown">{parseMarkdown(text).map(renderBlock)}</div>;
}

/** One line of Markdown inside other text. */
export function InlineMarkdown({ text }: { readonly text: string }) {
  return <>{parseInline(text).map(renderInline)}</>;
}

function renderBlock(block: Block): ComponentChild {
  switch (block.kind) {
    case 'paragraph':
      return <p>{block.content.map(renderInline)}</p>;
    case 'code':
      return (
        // A long line scrolls sideways, which needs a tab stop for the keyboard.
        <pre tabIndex={0} role="region" aria-label="Code">
          <code>{block.text}</code>
        </pre>
      );
    case 'list': {
      const items = block.items.map((item) => <li>{item.map(renderInline)}</li>);
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
  }
}

function renderInline(part: Inline): ComponentChild {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'code':
      return <code>{part.text}</code>;
    case 'strong':
      return <strong>{part.text}</strong>;
    case 'emphasis':
      return <em>{part.text}</em>;
    case 'link':
      return <ExternalLink link={{ title: part.text, url: part.url }} />;
  }
}
