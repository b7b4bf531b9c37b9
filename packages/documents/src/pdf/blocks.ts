/** Whose words these are: the service (sans) or a doctor, or the person who asked (serif). */
export type Voice = 'service' | 'doctor';

/** One rule at the margin is the original report, two rules are the second. */
export type Mark = 'original' | 'second';

/** Parts of a document from top to bottom: plain values, drawn by `renderPdf`. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string; readonly mark?: Mark }
  | {
      readonly kind: 'paragraph';
      readonly text: string;
      readonly voice?: Voice;
      readonly size?: 'body' | 'small' | 'lead';
      readonly mark?: Mark;
      readonly strong?: boolean;
    }
  /** Lines that belong together, such as an address; right-hand block when `right` is set. */
  | { readonly kind: 'address'; readonly lines: readonly string[]; readonly right?: boolean }
  | {
      readonly kind: 'list';
      readonly items: readonly string[];
      readonly voice?: Voice;
      readonly mark?: Mark;
      /** Each item has a box to tick. */
      readonly boxes?: boolean;
    }
  /** Labels and values: a table whose first column heads its rows. Rows without a value are left out. */
  | {
      readonly kind: 'facts';
      readonly rows: readonly (readonly [label: string, value: string])[];
      /** Whose words the values are; the labels are always the service's. */
      readonly voice?: Voice;
    }
  | TableBlock
  /** Pictures with captions, two beside each other. */
  | { readonly kind: 'figures'; readonly figures: readonly Figure[] }
  /** A text as Code 128 with the text under it; `alt` says what it is to those who cannot see it. */
  | { readonly kind: 'barcode'; readonly text: string; readonly alt: string }
  | { readonly kind: 'rule' }
  | { readonly kind: 'space'; readonly points: number }
  | { readonly kind: 'newPage' }
  /** A line to sign on, with what stands under it; or what was signed on screen above it. */
  | { readonly kind: 'signature'; readonly under: readonly string[]; readonly drawn?: DrawnSignature };

/** A picture (PNG or JPEG) with what it shows, for those who cannot see it, and a caption. */
export interface Figure {
  readonly image: Uint8Array;
  readonly alt: string;
  readonly caption: string;
  /** Rings (one point) and lengths (two) on the picture, as shares of its width and height from the upper left corner. */
  readonly marks: readonly {
    readonly label: string;
    readonly points: readonly (readonly [x: number, y: number])[];
  }[];
}

/** A signature as it was drawn on screen: lines of points, x from 0 to 1000, y from 0 (top) to 300. */
export interface DrawnSignature {
  readonly strokes: readonly (readonly (readonly [x: number, y: number])[])[];
  /** What it is, for those who cannot see it. */
  readonly alt: string;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly columns: readonly {
    readonly title: string;
    /** Share of the width; shares of a table add up to 1. */
    readonly share: number;
    readonly mark?: Mark;
    /** Numbers stand at the end of their column, one digit under the other. */
    readonly end?: boolean;
  }[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Paragraphs of a cell, one under the other. The first cell of a row heads it. */
export type Cell = readonly {
  readonly text: string;
  readonly voice?: Voice;
  readonly strong?: boolean;
  readonly faint?: boolean;
}[];

/** A signature that the document is to carry: whose word it stands for, why it is there, when (ISO instant). */
export interface PdfSignature {
  readonly name: string;
  readonly reason: string;
  readonly at: string;
}

export interface PdfContent {
  readonly title: string;
  /** BCP 47, such as "en-US". */
  readonly language: string;
  readonly author: string;
  readonly subject?: string;
  /** ISO instant; the only time that gets into the file. */
  readonly createdAt: string;
  readonly paper: 'a4' | 'letter';
  /** Left and right words at the foot of every page; the page number stands between them. */
  readonly foot: { readonly left: string; readonly page: (page: number, pages: number) => string };
  readonly blocks: readonly Block[];
  /** Keeps room for a signature, which `signPdf` fills. */
  readonly signature?: PdfSignature;
}
