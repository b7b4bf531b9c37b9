import { describe, expect, it } from 'vitest';
import { compareReports } from '../compare/compare-reports.ts';
import { reportLanguage } from './language.ts';
import { readReport } from './read-report.ts';

const lumbar = `RM DE COLUMNA LUMBAR

Indicación: Lumbalgia.

Hallazgos:
Rectificación de la lordosis lumbar. Altura de los cuerpos vertebrales conservada. Cono medular en situación normal.
L4-L5: Hernia discal extruida paracentral derecha de 8 mm que comprime la raíz L5 derecha. Artrosis facetaria bilateral leve.
L5-S1: Deshidratación discal con abombamiento discal leve, sin estenosis de canal ni compromiso radicular.

Impresión diagnóstica: Hernia discal L4-L5 derecha.`;

const knee = `RM de rodilla derecha

Hallazgos:
Rotura horizontal del cuerno posterior del menisco interno. Menisco externo sin alteraciones.
Ligamentos cruzados íntegros. No se observan fracturas. Derrame articular moderado. Quiste de Baker de 2,3 x 1,1 cm.
No se puede descartar una rotura parcial del ligamento cruzado anterior.

Conclusión: Rotura del menisco interno.`;

const shoulder = `Hallazgos: Tendinosis del supraespinoso con rotura parcial de 6 mm. Tendón del subescapular conservado. Bursitis leve. Sin atrofia muscular.`;

const brain = `Hallazgos: No se observan lesiones isquémicas agudas ni colecciones extraaxiales. Sistema ventricular de tamaño normal. Microangiopatía leve en la sustancia blanca periventricular. Meningioma frontal izquierdo de 12 mm, sin cambios.`;

const read = (text: string): string[] =>
  readReport(text).findings.map((one) =>
    [one.observation, one.anatomy, one.side, one.level, one.sizeMm.join('x'), one.presence].filter(Boolean).join(' | '),
  );

describe('a Spanish report', () => {
  it('is told by its small words', () => {
    expect([lumbar, knee, shoulder, brain].map(reportLanguage)).toEqual(['es', 'es', 'es', 'es']);
    expect(reportLanguage('There is a tear of the medial meniscus with no effusion.')).toBe('en');
    expect(reportLanguage('Rottura del menisco mediale con versamento della articolazione.')).toBe('it');
    expect(reportLanguage('Keine Fraktur, der Meniskus ist intakt und die Bänder sind nicht gerissen.')).toBe('de');
    expect(reportLanguage('Meniscus.')).toBe('');
  });

  it('of the spine', () => {
    const found = read(lumbar);
    expect(found).toContain('straightening | spine | present');
    expect(found).toContain('osteoarthritis | facet | both | L4-L5 | present');
    expect(found).toContain('disc bulge | disc | L5-S1 | present');
    expect(found).toContain('stenosis | canal | L5-S1 | absent');
    expect(found.some((one) => /^disc extrusion \| disc \| right \| L4-L5 \| 8 \| present$/.test(one))).toBe(true);
  });

  it('of the knee', () => {
    const found = read(knee);
    expect(found.some((one) => /^horizontal tear \| medial meniscus, posterior horn \| present$/.test(one))).toBe(true);
    expect(found).toContain('tear | lateral meniscus | absent');
    expect(found).toContain('fracture | bone | absent');
    expect(found).toContain('baker cyst | popliteal fossa | 23x11 | present');
    expect(found).toContain('tear | acl | possible');
  });

  it('of the shoulder and of the brain', () => {
    expect(read(shoulder)).toContain('tendinosis | supraspinatus | present');
    expect(read(shoulder).some((one) => one.startsWith('tear | supraspinatus | 6 | present'))).toBe(true);
    expect(read(brain)).toContain('infarct | brain | absent');
    expect(read(brain)).toContain('small vessel disease | white matter, periventricular | present');
    expect(read(brain).some((one) => /^meningioma \| .*frontal.* \| left \| 12 \| present$/.test(one))).toBe(true);
  });

  it.each([lumbar, knee, shoulder, brain])('points to its own characters (%#)', (text) => {
    const { findings, sections } = readReport(text);
    expect(findings.length).toBeGreaterThan(3);
    for (const one of findings) {
      expect(text.slice(one.start, one.end)).toBe(one.text);
      expect(one.text).toBe(one.text.trim());
    }
    expect(text).toContain(sections.findings);
  });

  it('is compared with an English one', () => {
    const english =
      'FINDINGS: Tendinosis of the supraspinatus with a partial tear of 6 mm. The subscapularis tendon is intact. Mild bursitis. No muscle atrophy.';
    expect(compareReports(shoulder, english).agreement).toBe('concordant');
    expect(
      compareReports(shoulder, english.replace('partial tear of 6 mm', 'full-thickness tear of 15 mm')).agreement,
    ).toBe('major');
  });
});
