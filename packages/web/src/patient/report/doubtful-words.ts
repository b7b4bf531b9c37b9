/** A stretch of a text, and whether it is a word that may be wrong. */
export interface Piece {
  readonly text: string;
  readonly doubtful: boolean;
}

/**
 * A text as it stands now, in pieces: the words that were in doubt are found again wherever they still stand, so that what
 * somebody corrects loses its mark while they type. The pieces make up the text.
 */
export function piecesOf(text: string, doubtful: ReadonlySet<string>): readonly Piece[] {
  return text
    .split(/(\s+)/)
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: piece, doubtful: doubtful.has(piece) }));
}

/** The words in doubt that still stand in a text, each once, in their order. */
export function doubtfulIn(text: string, doubtful: ReadonlySet<string>): readonly string[] {
  return [...new Set(piecesOf(text, doubtful).flatMap((piece) => (piece.doubtful ? [piece.text] : [])))];
}
