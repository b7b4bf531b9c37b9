import type { CaseState } from '../case/state.ts';
import type { Region } from '../case/vocabulary.ts';

/** A service code, and the modifier behind it; the modifier is empty where there is none. */
export interface ServiceCode {
  readonly code: string;
  readonly modifier: string;
}

/** Written consultation on an examination that was made elsewhere. */
export const CONSULTATION_CODE: ServiceCode = { code: '76140', modifier: '' };

/**
 * CPT numbers of an MRI of the region, without and then without and with contrast; the payer decides which one it takes.
 * The numbers alone: their descriptions are the American Medical Association's.
 */
export const EXAMINATION_CODES: Readonly<Record<Region, readonly [plain: string, withContrast: string]>> = {
  brain: ['70551', '70553'],
  pituitary: ['70551', '70553'],
  'head-neck': ['70540', '70543'],
  'cervical-spine': ['72141', '72156'],
  'thoracic-spine': ['72146', '72157'],
  'lumbar-spine': ['72148', '72158'],
  shoulder: ['73221', '73223'],
  elbow: ['73221', '73223'],
  'wrist-hand': ['73221', '73223'],
  hip: ['73721', '73723'],
  knee: ['73721', '73723'],
  'ankle-foot': ['73721', '73723'],
  chest: ['71550', '71552'],
  breast: ['77047', '77049'],
  abdomen: ['74181', '74183'],
  liver: ['74181', '74183'],
  pelvis: ['72195', '72197'],
  prostate: ['72195', '72197'],
  vessels: ['70544', '70546'],
  other: ['76498', '76498'],
};

/**
 * The codes to ask the insurer about, in the order in which to ask (DOMAIN section 8): the consultation, then the
 * examination's own code as professional component (26) and as a repeat by another physician (77).
 */
export function codesToAsk(region: Region, withContrast: boolean): readonly ServiceCode[] {
  const code = EXAMINATION_CODES[region][withContrast ? 1 : 0];
  return [CONSULTATION_CODE, { code, modifier: '26' }, { code, modifier: '77' }];
}

export interface AuthorizationStanding {
  readonly standing: 'none' | 'not-yet' | 'valid' | 'expired' | 'used-up';
  /** Readings that it was used for. */
  readonly used: number;
  /** Null where the insurer named no number. */
  readonly left: number | null;
}

/** Whether the insurer's leave holds on a day. A signed reading uses one visit. */
export function authorizationOn(
  { funding, reading }: Pick<CaseState, 'funding' | 'reading'>,
  date: string,
): AuthorizationStanding {
  const { authorization } = funding;
  const used = reading.signed === null ? 0 : 1;
  if (authorization === null) return { standing: 'none', used, left: null };
  const left = authorization.visits === undefined ? null : Math.max(0, authorization.visits - used);
  if (date < authorization.validFrom) return { standing: 'not-yet', used, left };
  if (date > authorization.validTo) return { standing: 'expired', used, left };
  return { standing: left === 0 ? 'used-up' : 'valid', used, left };
}

/** The denial that stands: the last one, while no leave has been given. */
export function openDenial({ funding }: Pick<CaseState, 'funding'>) {
  if (funding.authorization !== null) return null;
  const last = funding.denials?.at(-1) ?? null;
  return last !== null && (funding.asked == null || funding.asked.at <= last.at) ? last : null;
}
