import admin from './en/admin.json' with { type: 'json' };
import ask from './en/ask.json' with { type: 'json' };
import caseWords from './en/case.json' with { type: 'json' };
import common from './en/common.json' with { type: 'json' };
import consent from './en/consent.json' with { type: 'json' };
import coordinator from './en/coordinator.json' with { type: 'json' };
import follow from './en/follow.json' with { type: 'json' };
import glossary from './en/glossary.json' with { type: 'json' };
import images from './en/images.json' with { type: 'json' };
import intake from './en/intake.json' with { type: 'json' };
import letters from './en/letters.json' with { type: 'json' };
import mail from './en/mail.json' with { type: 'json' };
import opinions from './en/opinions.json' with { type: 'json' };
import patient from './en/patient.json' with { type: 'json' };
import problems from './en/problems.json' with { type: 'json' };
import reader from './en/reader.json' with { type: 'json' };
import referrer from './en/referrer.json' with { type: 'json' };
import set from './en/set.json' with { type: 'json' };
import esAsk from './es/ask.json' with { type: 'json' };
import esCase from './es/case.json' with { type: 'json' };
import esCommon from './es/common.json' with { type: 'json' };
import esConsent from './es/consent.json' with { type: 'json' };
import esFollow from './es/follow.json' with { type: 'json' };
import esGlossary from './es/glossary.json' with { type: 'json' };
import esIntake from './es/intake.json' with { type: 'json' };
import esLetters from './es/letters.json' with { type: 'json' };
import esMail from './es/mail.json' with { type: 'json' };
import esOpinions from './es/opinions.json' with { type: 'json' };
import esPatient from './es/patient.json' with { type: 'json' };
import esProblems from './es/problems.json' with { type: 'json' };
import esSet from './es/set.json' with { type: 'json' };
import type { Locale } from './locales.ts';

type Catalogue = Readonly<Record<string, string>>;

/** Every catalogue by its owner, one flat map (id → ICU message) each. No id stands in two of them (tested). */
const ENGLISH: Readonly<Record<string, Catalogue>> = {
  admin,
  ask,
  case: caseWords,
  common,
  consent,
  coordinator,
  follow,
  glossary,
  images,
  intake,
  letters,
  mail,
  opinions,
  patient,
  problems,
  reader,
  referrer,
  set,
};

/** What patients and their families read, in Spanish: whole, sentence by sentence (tested). */
export const SPANISH: Readonly<Record<string, Catalogue>> = {
  ask: esAsk,
  case: esCase,
  common: esCommon,
  consent: esConsent,
  follow: esFollow,
  glossary: esGlossary,
  intake: esIntake,
  letters: esLetters,
  mail: esMail,
  opinions: esOpinions,
  patient: esPatient,
  problems: esProblems,
  set: esSet,
};

/** The catalogues of each language. What the staff alone reads is English in all of them. */
export const CATALOGUES: Readonly<Record<Locale, Readonly<Record<string, Catalogue>>>> = {
  en: ENGLISH,
  es: Object.fromEntries(
    Object.entries(ENGLISH).map(([owner, messages]) => [owner, { ...messages, ...SPANISH[owner] }]),
  ),
};
