import type { Me, PersonView, Practice as PracticeView } from '@overread/contract';
import type { PriceList } from '@overread/rules/case/state.ts';
import { AGREEMENT_VERSION, AGREEMENTS } from '@overread/rules/case/vocabulary.ts';
import { agreementText, consentText, LOCALES, mailFor } from '@overread/words';
import { z } from 'zod';
import type { App, Ground } from '../platform/ports.ts';
import { wordedProblem } from '../platform/problems.ts';
import type { SignInRouteDeps } from './sign-in-routes.ts';

const roles = z.enum(['patient', 'coordinator', 'reader', 'referrer', 'administrator']);
const personRequest = z.object({
  /** Given to change somebody who is there; without it the person is added and invited. */
  personId: z.string().max(64).optional(),
  name: z.string().trim().min(1).max(120),
  email: z.email().max(254),
  roles: z.array(roles).min(1),
});

const languageRequest = z.object({ language: z.enum(LOCALES) });

export interface PeopleRouteDeps extends Omit<SignInRouteDeps, 'witness'>, Pick<Ground, 'publicUrl'> {
  /** The price list that holds now. */
  readonly currentPrices: () => Promise<PriceList>;
}

/** Who am I, who is there, what is this practice. */
export function registerPeopleRoutes(app: App, deps: PeopleRouteDeps): void {
  const { accounts, practice, sayIn, currentPrices } = deps;

  app.get('/api/me', { config: { action: 'session:own' } }, async (request): Promise<Me> => {
    const { subject } = request.access;
    const person = subject.personId === null ? null : await accounts.personBy(subject.personId);
    if (person === null) throw wordedProblem(401, 'sign-in-needed');
    const language = await accounts.languageOf(person.personId);
    return { ...person, language, strongSession: subject.strongSession };
  });

  app.put(
    '/api/me/language',
    { schema: { body: languageRequest }, config: { action: 'session:own' } },
    async (request, reply) => {
      const { personId } = request.access.subject;
      if (personId === null) throw wordedProblem(401, 'sign-in-needed');
      await accounts.setLanguage(personId, request.body.language);
      return reply.code(204).send();
    },
  );

  app.get('/api/practice', { config: { action: 'public' } }, async (request) =>
    practiceView({ ...practice, prices: await currentPrices() }, sayIn(request.headers['accept-language'])),
  );

  app.get('/api/people', { config: { action: 'people:view' } }, async () => accounts.people());

  app.post(
    '/api/people',
    { schema: { body: personRequest }, config: { action: 'people:edit' } },
    async (request, reply): Promise<PersonView> => {
      const { personId, ...given } = request.body;
      if (personId !== undefined) {
        if ((await accounts.personBy(personId)) === null) throw wordedProblem(404, 'not-found');
        const holder = await accounts.personByEmail(given.email);
        if (holder !== null && holder.personId !== personId) throw wordedProblem(409, 'address-taken');
        if (personId === request.access.actor.personId && !given.roles.includes('administrator')) {
          throw wordedProblem(422, 'own-role');
        }
        return await accounts.savePerson({ personId, ...given });
      }
      const person = await accounts.savePerson(given);
      await invite(deps, person);
      reply.code(201);
      return person;
    },
  );
}

/** The invitation holds no secret: the page behind it asks for the address and mails a link to it. */
async function invite(
  { say, practice, sendMail, publicUrl }: Pick<PeopleRouteDeps, 'say' | 'practice' | 'sendMail' | 'publicUrl'>,
  { name, email }: PersonView,
): Promise<void> {
  const link = `${publicUrl()}/sign-in`;
  await sendMail({
    to: email,
    ...mailFor(say, 'invited', { name, practice: practice.name, phone: practice.phone, link }),
  });
}

function practiceView(practice: Ground['practice'], say: Ground['say']): PracticeView {
  const { name, place, phone, emergencyNumber, demo, currency, prices, outsideServices = [] } = practice;
  const text = consentText(say);
  const levels = ['standard', 'expedited', 'urgent'] as const;
  return {
    name,
    place,
    phone,
    emergencyNumber,
    demo,
    currency,
    services: levels.map((level) => ({
      level,
      price: { amountMinor: prices.levels[level].amountMinor, currency: prices.currency },
      workingDays: prices.levels[level].workingDays,
    })),
    consentVersion: text.version,
    consentText: text.sections.map(({ heading, body }) => ({ heading, body })),
    agreements: AGREEMENTS.map((what) => agreementText(say, what, AGREEMENT_VERSION)),
    outsideServices,
  };
}
