import type { CaseView } from '@overread/rules/case/view.ts';
import { REGIONS } from '@overread/rules/case/vocabulary.ts';
import { describe, expect, it } from 'vitest';
import { askCommand, checkQuestion, nextQuestionId, questionStart, REGION_ORDER } from './question-model.ts';

const view = (question: Partial<NonNullable<CaseView['question']>> | null): CaseView =>
  ({
    question:
      question === null
        ? null
        : {
            reasons: [],
            region: 'knee',
            side: 'left',
            questions: [],
            symptoms: '',
            proposedTreatment: '',
            ...question,
          },
  }) as unknown as CaseView;

const EMPTY = questionStart(view(null));

it('offers every part of the body', () => {
  expect([...REGION_ORDER].sort()).toEqual([...REGIONS].sort());
});

describe('the question', () => {
  it('begins with one empty line', () => {
    expect(EMPTY.questions).toEqual([{ id: 'q1', text: '' }]);
  });

  it('names what is missing', () => {
    expect(Object.keys(checkQuestion(EMPTY, true)).sort()).toEqual(['questions', 'reasons', 'region', 'yes']);
    expect(checkQuestion({ ...EMPTY, region: 'knee' }, false).side?.say).toBe('patient.side.missing');
    expect(checkQuestion({ ...EMPTY, region: 'brain' }, false).side).toBeUndefined();
  });

  it('sends no side where there is none, and no treatment that was taken back', () => {
    const command = askCommand(view(null), {
      ...EMPTY,
      reasons: ['ambiguous-report'],
      region: 'brain',
      side: 'left',
      proposedTreatment: 'Operation',
      questions: [
        { id: 'q1', text: ' Is it a tumour? ' },
        { id: 'q2', text: '' },
      ],
    });
    expect(command).toMatchObject({ side: 'none', proposedTreatment: '' });
    expect(command.questions).toEqual([{ id: 'q1', askedBy: 'patient', text: 'Is it a tumour?' }]);
  });

  it("leaves the referrer's questions as they are and finds free ids beside them", () => {
    const asked = view({
      questions: [
        { id: 'q1', askedBy: 'patient', text: 'A?' },
        { id: 'q2', askedBy: 'referrer', text: 'B?' },
      ],
    });
    const start = questionStart(asked);
    expect(start.questions).toEqual([{ id: 'q1', text: 'A?' }]);
    expect(nextQuestionId(asked.question?.questions ?? [])).toBe('q3');
    expect(askCommand(asked, start).questions).toEqual([
      { id: 'q1', askedBy: 'patient', text: 'A?' },
      { id: 'q2', askedBy: 'referrer', text: 'B?' },
    ]);
  });
});
