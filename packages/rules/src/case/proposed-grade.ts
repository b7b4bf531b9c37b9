import type { ComparedPair } from './report.ts';
import type { Agreement } from './vocabulary.ts';

/** The grade that the lines of a comparison give to the whole, and the lines that make it. */
export interface ProposedGrade {
  readonly agreement: Agreement;
  /** The gravest lines: those that give the grade. Empty where no line differs. */
  readonly by: readonly string[];
  /** Lines in which the reports differ or one stands alone, and which are no difference. */
  readonly uncounted: readonly string[];
}

/**
 * The grade of the whole, by the lines as the reader has left them: major where one line is major, else minor where one is
 * minor, else the reports agree. A finding that the other reader could not judge is no difference, nor is what only one
 * report denies: not mentioned is not absent.
 */
export function proposedGrade(pairs: readonly ComparedPair[]): ProposedGrade {
  const apart = pairs.filter(({ relation }) => relation !== 'agrees');
  const graded = (grade: ComparedPair['grade']) =>
    apart.filter((pair) => gradeOfLine(pair) === grade).map(({ id }) => id);
  const uncounted = graded('none');
  const [major, minor] = [graded('major'), graded('minor')];
  if (major.length > 0) return { agreement: 'major', by: major, uncounted };
  return { agreement: minor.length > 0 ? 'minor' : 'concordant', by: minor, uncounted };
}

const gradeOfLine = ({ grade, notAssessable }: ComparedPair) => (notAssessable === true ? 'none' : grade);
