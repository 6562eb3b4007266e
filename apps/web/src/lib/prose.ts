/** A run of text inside a line. */
export type Span = { readonly kind: 'text' | 'code' | 'strong'; readonly text: string };

/** The small part of Markdown that rules are written in: paragraphs, lists, code and strong words. */
export type Block =
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'bullets' | 'steps'; readonly items: readonly (readonly Span[])[] };

const ITEM = /^\s*(?:[-*]|\d+[.)])\s+/;

export function parseProse(markdown: string): Block[] {
  const blocks: Block[] = [];
  for (const paragraph of markdown.trim().split(/\n\s*\n/)) {
    const lines = paragraph.split('\n');
    if (lines.every((line) => ITEM.test(line))) {
      const kind = /^\s*\d/.test(paragraph) ? 'steps' : 'bullets';
      blocks.push({ kind, items: lines.map((line) => parseSpans(line.replace(ITEM, ''))) });
    } else if (paragraph !== '') {
      blocks.push({ kind: 'paragraph', spans: parseSpans(lines.join(' ')) });
    }
  }
  return blocks;
}

/** Numbered steps, as Markdown. */
export function steps(items: readonly string[]): string {
  return items.map((item, index) => `${index + 1}. ${item}`).join('\n');
}

function parseSpans(line: string): Span[] {
  return line
    .split(/(`[^`]+`|\*\*[^*]+\*\*)/)
    .filter((part) => part !== '')
    .map((part) => {
      if (/^`[^`]+`$/.test(part)) return { kind: 'code', text: part.slice(1, -1) };
      if (/^\*\*[^*]+\*\*$/.test(part)) return { kind: 'strong', text: part.slice(2, -2) };
      return { kind: 'text', text: part };
    });
}
