/** Why a file is no report that can be read; `packages/words` has a sentence for each (`problem.report.macros` …). */
export type ReportFault =
  | 'empty'
  | 'too-large'
  | 'damaged'
  | 'kind-unread'
  | 'old-office'
  | 'macros'
  | 'embedded-object'
  | 'several'
  | 'no-report-inside';

/** A file that is kept out, with the reason for it. */
export class UnreadableReport extends Error {
  override readonly name = 'UnreadableReport';
  readonly fault: ReportFault;

  constructor(fault: ReportFault, options?: ErrorOptions) {
    super(`the report cannot be read: ${fault}`, options);
    this.fault = fault;
  }
}
