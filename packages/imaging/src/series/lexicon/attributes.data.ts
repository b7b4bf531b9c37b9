/**
 * Words for what a series is beside its weighting. A phrase matches with and without its spaces, `*` stands for any ending.
 * Languages: DOMAIN 3.7, and the same terms in Polish, Turkish, Czech, Finnish, Hungarian, Russian, Chinese and Korean.
 */
type Rows = readonly (readonly [string, string])[];

export const PLANE_WORDS: Rows = [
  [
    'axial',
    'ax, axi, axial, axials, axiale, axiales, axiaal, axiel, aksial*, aksiyal, aksiyel, aksiaali*, tra, trans, transv, transversal*, transversaal, transverse, transvers, transverz*, transwers*, transaxial, trv, ass, assiale, assiali, asse, osiow*, poprzeczn*, poprz, horizontal*, enine, 横断*, 軸位*, 水平断*, 横断位, 轴位*, 軸状*, 횡단*, 축상*, аксиал*, поперечн*, oudan, hengduan, zhouwei',
  ],
  [
    'sagittal',
    'sag, sagi, sagit, sagital*, sagitt, sagittal*, saggital*, sagitaal, sagittaali*, szagitt*, strzalk*, strz, 矢状*, 시상*, сагит*, shijo, shizhuang',
  ],
  [
    'coronal',
    'cor, coro, coron, coronal*, coronaal, corona, kor, koro, koron, koronal*, koronar*, koronaali*, frontal*, front, czolow*, czol, 冠状*, 冠狀*, 관상*, корон*, фронт*, kanjo, guanzhuang',
  ],
];

export const DIMENSION_WORDS: Rows = [
  [
    '3D',
    '3d, 3 d, three d, space, spc, spc3d, cube, vista, view, mprage, mp rage, memprage, mp2rage, bravo, vibe, star vibe, starvibe, lava, lava flex, thrive, ethrive, e thrive, isofse, iso fse, ciss, ciss3d, fiesta c, fiestac, 3dmpv, mpv, vibrant, views, bliss, tfl3d, fl3d, spcir, spc ir, brainview, brain view, knee view, spine view, isotropic, volume, volumen, volumetric, tigre, quick 3d, quick3d, disco, swi3d, swan, medal, radiance',
  ],
  ['2D', '2d, 2 d'],
];

export const CONTRAST_WORDS: Rows = [
  [
    'both',
    'withandwithout, with without, with and without, with wo, w wo, wwo, wow, w and wo, wo w, wo and w, without and with, without with, mit und ohne, mit ohne, ohne mit, ohne und mit, ohne und mit km, mit und ohne km, nativ und km, avec et sans, sans et avec, sans avec, con y sin, sin y con, con e senza, senza e con, senza con, com e sem, sem e com, sem com, met en zonder, zonder en met, med och utan, utan och med, med og uten, uden og med, pre post, pre and post, pre und post, pre y post, avant apres, antes y despues, z i bez, bez i z, kontrastli kontrastsiz, s i bez, 平扫增强, 平扫加增强, 单纯造影, pre plusc',
  ],
  [
    'no',
    'pre, o km, o gd, o k, precontrast, pre contrast, pre contraste, pre gd, pre gad, pre gado, pre km, pre inj, pre mdc, prekm, plain, native, nativ, nativa, nativo, natywn*, non contrast, noncontrast, non con, no contrast, nc, without, without contrast, without gd, without gad, without gado, wo, wo contrast, wo c, w o, unenhanced, non enhanced, nonenhanced, minusc, minusk, minuskm, minusgd, minusgad, minusmdc, minusiv, minusciv, minusinj, smdc, s mdc, minuscontrast, minuskontrast, ohne, ohne km, ohne kontrast*, ohne gd, vor km, vor kontrast*, vor gd, leer, sans, sans gado, sans gd, sans inj, sans injection, sans contraste, sans iv, avant inj, avant injection, avant gado, sin, sin contraste, sin gado, sin gd, sin civ, simple, senza, senza contrasto, senza mdc, senza gd, basale, basali, pre contrasto, diretta, sem, sem contraste, sem gd, pre contraste, zonder, zonder gd, zonder contrast, geen gd, geen contrast, blanco, voor gd, voor contrast, utan, utan kontrast, utan gd, fore kontrast, ej gd, ej kontrast, uden, uden kontrast, uden gd, for kontrast, uten, uten kontrast, bez kontrastu, bez kontrast*, bez km, bez, przed kontrastem, nativne, kontrastsiz, ilman tehoste*, ilman, natiivi, kontrasztanyag nelkul, nativan, 単純, 造影前, 平扫, 平掃, 增强前, 비조영, 조영전, без контраст*, нативн*, tanjun, pingsao',
  ],
  [
    'yes',
    'post, m km, m gd, postcontrast, post contrast, post contraste, post contrasto, post gd, postgd, post gad, postgad, post gado, post km, postkm, post mdc, post inj, post injection, postgado, gd, gado, gad, gadolinium, gadolinio, contrast, contraste, contrasto, kontrast, kontrastmittel, ce, plusc, plusk, pluskm, pluskl, plusgd, plusgad, plusgado, plusmdc, plusiv, plusciv, plusinj, cmdc, c mdc, com c, con c, pluscontrast, pluscontraste, pluskontrast, with contrast, with gd, with gad, with c, enhanced, enhancement, contrast enhanced, ce t1, t1 ce, km, mit km, nach km, mit kontrast*, nach kontrast*, nach gd, mit gd, mkm, mdc, con mdc, dopo mdc, dopo contrasto, con contrasto, dopo gd, dopo, con contraste, tras contraste, con gado, con gd, con civ, civ, com contraste, pos contraste, apos contraste, com gd, pos gd, pos gado, inj, injection, injecte, injectee, apres inj, apres injection, apres gado, apres gd, avec gado, avec inj, avec injection, avec contraste, iv plus, met gd, met contrast, na gd, na contrast, na gado, med gd, med kontrast, efter gd, efter kontrast, etter kontrast, med km, z kontrastem, po kontrascie, po kontr*, po podaniu, z kontr*, s kontrastem, po kl, kontrastli, kontrast sonrasi, tehosteella, tehoste, tehost*, kontrasztanyag*, arterial phase, portal phase, venous phase, portal venous, portalvenous, early arterial, late arterial, delayed, equilibrium, hepatobiliary, hbp, 造影, 造影後, 增强, 增強, 조영, 조영증강, с контраст*, контраст*, после контраст*, zoei, zouei, zengqiang, dotarem, clariscan, gadovist, gadavist, prohance, multihance, magnevist, omniscan, optimark, primovist, eovist, dotagraf, elucirem, vueway, ablavar, vasovist, magnescope, ez hd, gadobutrol, gadoterate, gadoterate*, gadoteridol, gadobenate*, gadoxetate*, gadoxetic*, gadopentetate*, gadodiamide, gadopiclenol, gadoversetamide, gadofosveset',
  ],
  // A plus that an archive took out leaves a lone letter behind; "pós" is Portuguese for after.
  ['maybe', 'c, pos'],
];

export const FAT_WORDS: Rows = [
  [
    'none',
    'no fs, non fs, nonfs, nofs, nfs, non fatsat, no fat sat, non fat sat, without fs, without fat sat, wo fs, w o fs, ohne fs, ohne fettsattigung, ohne fettunterdruckung, sans fs, sans fatsat, sans fat sat, sin fs, sin fat sat, sin supresion*, senza fs, senza fat sat, sem fs, sem fat sat, zonder fs, zonder vetsuppressie, utan fs, uten fs, uden fs, bez fs, bez fatsat',
  ],
  [
    'water excitation',
    'we, water exc*, water excitation, waterexc, wateranregung, wasseranregung, excitation eau, proset, pro set, ssrf, pasta, ewi, selective water',
  ],
  [
    'dixon water',
    'dixon w, dixonw, dixon water, water dixon, mdixon w, mdixonw, w dixon, ideal w, ideal water, water ideal, flex water, water flex, water, fatsep w, fatsepw, opp w, wasser, agua, eau, acqua, wfs, wf s water, mdixon water, dixon wasser, dixon eau, 水像, woda',
  ],
  [
    'dixon fat',
    'fat, fett, grasa, graisse, grasso, gordura, dixon f, dixonf, dixon fat, mdixon f, ideal fat, ideal f, flex fat, fat only, fett only, fat image, 脂肪像, tf dixon f',
  ],
  [
    'in phase',
    'in phase, inphase, phase in, en fase, in fase, same phase, 同相位, dixon in, dixon ip, dixonin, mdixon ip, inphase flex, inphase ideal',
  ],
  [
    'opposed phase',
    'out phase, outphase, out of phase, outof phase, opp phase, oppphase, opposed phase, opposed, opposition*, fase opuesta, fuera de fase, fuori fase, gegenphase, gegen phase, phase opposee, 反相位, dixon opp, dixon op, dixonopp, dixon out, mdixon op',
  ],
  [
    'spectral',
    'fs, sfs, fsfiesta, fs fiesta, fatsat, fat sat, fatsaturation, fat saturated, fat saturation, fat suppr*, fatsup*, fat sup, fat suppressed, fatsuppression, fsat, sat fat, satfat, spir, spair, aspir, spec ir, special, qfs, q fat, chemsat, chem sat, chess, msoft, mfatsat, sg fs, fat free, fettsattig*, fettsaettig*, fettges*, fettsupp*, fettunterdr*, fs fett, suppression graisse, suppression de graisse, suppression de la graisse, supp graisse, sat graisse, satgraisse, saturation graisse, supresion grasa, supresion de grasa, supresion grasa*, saturacion grasa, sat grasa, soppressione grasso, soppressione del grasso, soppressione adiposa, sat grasso, saturazione grasso, supressao de gordura, sat gordura, saturacao de gordura, vetsuppressie, vet supp*, vetverzadiging, vetonderdr*, fettsupprim*, fettsuppression, fettmatt*, fettundertryk*, fettundertr*, supresja tluszczu, z fs, saturacja tluszczu, satur tluszcz*, yag baskili, yag baskilama, yag supresyon*, rasvasupp*, potlaceni tuku, zsirelnyom*, 脂肪抑制, 脂肪飽和, 压脂, 抑脂, 脂肪饱和, 지방억제, жироподав*, подавлени*, yazhi, shibo yokusei',
  ],
  ['stir', 'stir, stir*, fast stir, turbo stir, short tau, dwibs, tirm stir, стир'],
];

/** Techniques: the family of a sequence, for the times to work on, and words that help to split others. */
export const TECHNIQUE_WORDS: Rows = [
  ['single-shot TSE', 'haste, ssfse, ss fse, ssh tse, ss tse, sstse, ssh, ufse, hyce, single shot'],
  ['IR-TSE', 'tirm, tir, ir tse, irtse, ir fse, fir, t1 ir, ir, inversion recovery'],
  [
    'TSE',
    'tse, fse, frfse, fast spin echo, turbo spin echo, rare, space, spc, cube, vista, isofse, blade, propeller, multi vane, multivane, jet, radar, restore, drive, turbo se, turbose, xeta',
  ],
  ['PSIR', 'psir, ps ir, phase sensitive*, real ir, t1 real'],
  ['MP2RAGE', 'mp2rage, mp 2 rage'],
  ['SE', 'se, spin echo, spinecho, echo de spin, eco de spin'],
  ['EPI', 'epi, ep2d, ep 2d, epi2d, echo planar, ss epi, ssepi, epse, epfid, resolve, seepi, se epi'],
  [
    'spoiled GRE',
    'flash, spgr, fspgr, vibe, lava, thrive, ethrive, mprage, bravo, t1 ffe, tfe, fl2d, fl3d, tfl, rssg, tigre, quick 3d',
  ],
  [
    'balanced GRE',
    'trufi, true fisp, truefisp, fiesta, bffe, btfe, b ffe, bssfp, ssfp, basg, balanced, ciss, fiesta c, pbsg',
  ],
  [
    'GRE',
    'gre, ge, fe, ffe, gradient, gradient echo, gradientecho, echo de gradient, eco de gradiente, fgre, fast fe, medic, merge, rge, sarge',
  ],
];

/** Pictures that are found in a study and not read. */
export const PURPOSE_WORDS: Rows = [
  [
    'localizer',
    'loc, locs, localizer*, localiser*, localisat*, localizad*, localizz*, localizat*, lokaliz*, lokalis*, locator*, scout, scouts, scout*, survey, survey*, topogram*, topo, pilot, pilots, scano, scanogram*, scano*, 3 plane, 3plane, 3 plan, 3pl, 3 pl, three plane, tri plane, triplane, tri pl, tripilot, auto align, autoalign, aahead*, aaknee*, aaspine*, aashoulder*, aahip*, aa head*, aa spine*, aa knee*, smart brain, smartbrain, smart knee, smartknee, smart spine, smart shoulder, smart exam, plan scan, planning, planscan, planungs*, reperage, reperes, reperage*, ubersicht*, uebersicht*, oversikt*, oversigt*, oversiktsbild, overzicht, calib, calibration*, calibrat*, asset cal*, cal, coil survey, coilsurvey, ref scan, refscan, sense ref*, senserefscan, pre scan, prescan, kalibr*, asset kal*, shim, shimming, kilavuz, planowanie, lokator, suunta*, kohdistus*, lokalizator, 位置決め*, 定位*, 校准, 定位像, 로컬라이저, локализ*, топограм*, teii, dingwei, positioning*',
  ],
  [
    'service',
    'care bolus*, carebolus*, test bolus*, testbolus*, bolus trak*, bolustrak*, bolus track*, bolus timing, timing bolus, timing, smart prep*, smartprep*, mre, mr touch, elastogra*, field map*, fieldmap*, fm cv*, field mapping, gre field*, gre fm, b0 map*, b1 map*, b0map*, b1map*, bloch siegert, tfl b1, fmap, top up, topup, sefm, spin echo field*, spinecho field*, distortion map*, mrs, svs, csi, press, steam, spectro*, spektro*, espectro*, spettro*, spectrum, metabolite*, probe p, probe s, probep, megapress, phoenix*, noise, noise scan, rf noise, iq map, adjust*, navigator only, trigger delay, ti scout, tiscout, look locker scout, cine ir, 波谱, スペクトル',
  ],
  [
    'screenshot',
    'screen save*, screensave*, screen shot*, screenshot*, screen cap*, screencap*, capture, captures, captur*, snapshot, key image*, keyimage*, summary series, posdisp, pos disp, exam card, protocol page, secondary capture, patient protocol, bildschirm*, ecran',
  ],
];

/** How pictures were made from others. */
export const OUTPUT_WORDS: Rows = [
  ['minimum projection', 'minip, minip*, mnip, min ip, mip swi, mip images sw'],
  [
    'maximum projection',
    'mip, mips, mip*, mip radial, tmip, t mip, projection, projections, projected, pjn, vrt, vr, volume rendering, rotat*',
  ],
  [
    'reformat',
    'mpr, mprs, mpr*, reformat*, reformat, rekon*, reconstr*, recon mpr, reslice, resampled, curved, cpr, oblique recon, reformation*, ricostr*, rekonstruk*, rmp, mpv recon, 再構成, 重建',
  ],
  [
    'subtraction',
    'sub, subs, subtr, subtract*, subtraction*, subtraktion*, soustract*, sustrac*, sottraz*, subtrac*, substr*, sub*, 差分, 減算, 减影',
  ],
  ['composed', 'composed, composing, compos*, stitched, stitching, merged, pasted, mobiview, mobi view'],
  ['fusion', 'fusion, fused, overlay'],
  [
    'map',
    'relcbv, rcbv, relcbf, rcbf, relccbv, cbv, cbf, mtt, ttp, tmax, relmtt, gbp, pbp, ktrans, k trans, wash in, washin, wash out, washout, t1 map*, t2 map*, t1map*, t2map*, pdff, fat fraction, ff map, r2star map, r2s map, r2star, t2star map, t2star map*, qsm, fa map, famap, colfa, fractional aniso*, tractograph*, exponential apparent diff*, t map, tmap, activation, zscore, perfusion weighted, exponential*, eadc, cartigram, dgemric, mapit',
  ],
  ['calculated', 'processed, synthetic, synth, calc b, calculated b, computed b, calc bval*, filtered'],
  ['phase', 'pha, phase images, pha images, phasenbild, phase map, phasemap'],
];

/** Parts of words that say nothing here, and have to be known to find those that do in "t2hastecorbhpat2". */
export const FILLER_WORDS =
  'cbd, all, le, re, asset, bh, mbh, nbh, fb, nav, navi, pace, trig, rt, rtr, resp, gated, gating, ecg, iso, isotrop, hr, hires, high res, lowres, highres, p2, p3, p4, pat2, pat3, ipat, grappa, sense, asset, arc, acr, cs, caipi, caipirinha, sms, mb, fil, repeat, rep, new, opt, thin, thick, slab, thickslab, sl, slice, slices, sec, min, mm, cm, fov, big, small, large, long, short, te, ti, te1, te2, eco, echo, dual, dualecho, de, wip, test, phantom, images, image, img, map, maps, run, copy, old, quick, fast, ultra, turbo, obl, oblique, para, perp, li, right, left, knee, brain, head, neck, spine, liver, pelvis, abdomen, abd, hip, shoulder, wrist, ankle, foot, cspine, tspine, lspine, hws, bws, lws, kidneys, kidney, bladder, ep, mag, mag images, pha images, sat, zoom, zoomit, twice, run twice, aorta, from, thru, and, of, the, der, die, das, la, le, de, du, del, para, und, et, y, e, en, og, och';

/** Letters for the parts of a Dixon; they mean nothing where no Dixon is named. */
export const PART_LETTERS: Rows = [
  ['dixon water', 'w, wat'],
  ['dixon fat', 'f'],
  ['in phase', 'in, ip'],
  ['opposed phase', 'opp, op, out'],
];

/** Phrases of which a part would mean something. */
export const MEANINGLESS =
  'c spine, cspine, c sp, c s, c wirbelsaule, c kolumna, c arm, t spine, l spine, c t l spine, ct spine';

/** Vessels are shown, by whatever technique. */
export const ANGIOGRAPHY_WORDS =
  'angio, angio*, mra, mrv, venography, venogr*, venograf*, phlebo*, fbi, time slip, timeslip, native truefisp, native space, trance, qiss, ghost, inhance ifir, inhance, vasc, cow, circle of willis, willis, carotids mra, runoff, run off, btfe angio, 血管, ангио*, мра';

/** Moments after the agent was given. */
export const PHASE_WORDS: Rows = [
  [
    'arterial',
    'arterial phase, arterial, early arterial, late arterial, art phase, art, arteriell*, arterielle, arteriel, arteriale, 動脈相, 动脉期',
  ],
  [
    'portal venous',
    'portal, portal venous, portalvenous, portal ven*, portal phase, venous phase, portalvenos*, portale, portaal, 門脈相, 门脉期',
  ],
  ['equilibrium', 'equilibrium, transitional, interstitial, 平衡相, 平衡期'],
  [
    'delayed',
    'delayed, delay, late, spat, spatphase, tardif, tardive, tardivo, tardiva, tardio, tardia, laat, 遅延相, 延迟期',
  ],
  ['hepatobiliary', 'hepatobiliary, hepatobil*, hbp, hepatobiliar, hepatobiliare, hb phase, 肝細胞相, 肝胆期'],
];
