import type { Weighting } from '../../model.ts';

/**
 * Words that name a weighting, the specific before the general: of several in one text the first row holds. A phrase matches
 * with and without its spaces; `*` stands for any ending. Techniques: vendors' names of DOMAIN 3.6; languages: DOMAIN 3.7 and
 * the same terms in Polish, Turkish, Czech, Finnish, Hungarian, Russian, Chinese and Korean.
 */
export const WEIGHTING_WORDS: readonly (readonly [Weighting, string])[] = [
  ['other', 'exponential*, eadc, exp adc, exponential apparent diffusion'],
  [
    'ADC',
    'adc, dadc, adc map, adcmap, apparent diffusion*, apparent diff*, diffusion coefficient, diffusionskoeffizient, coefficient de diffusion, coeficiente de difusion, coefficiente di diffusione, adc karte, carte adc, mapa adc, mappa adc, 表观扩散系数, 見かけの拡散係数',
  ],
  ['DSC', 'dynamic suscept*, susceptibility contrast, dsc, dsc perf*'],
  [
    'ASL',
    'asl, pcasl, pasl, casl, mvasl, esl, arterial spin*, tgse pasl, spin labeling, spin labelling, cbf asl, 動脈スピン標識, 动脉自旋标记',
  ],
  [
    'DTI',
    'dti, dki, hardi, noddi, dsi, tensor*, tractograph*, fiber tracking, fibertrack, faserbahn*, tensor b0, fa map, famap, colfa, color fa, colour fa, fractional aniso*, mddw, adv diff, advdiff, qball, 拡散テンソル, 弥散张量, 扩散张量',
  ],
  [
    'DWI',
    'dwi, dw, dwib, ddwi, sdwi, cdwi, edwi, fdwi, hdwi, odwi, diff, diffusion, diffusie, diffusione, difusion, difusao, difuzyon, dyfuzja, dyfuzji, difuze, difuzni, diffuusio, diffuzio, diffusjon, diffusions*, diffusion*, tracew, tracew*, trace, isodwi, resolve, dwibs, reveal, muse, zoomit diff, ivim, body vision, body diffusion, highb, high b, hb dwi, bvalue*, b value*, b wert*, valeur b, dif, acbdwi, synthetic b, computed b, calc b, calculated b, calc bval*, focus dwi, zoom dwi, izoom, irisdwi, ssdwi, dwissh, dwi ssh, msh dwi, dwi tse, propeller dwi, haste dwi, blade dwi, 拡散強調, 拡散, 弥散, 扩散, 확산, двi, дви, диффузи*',
  ],
  [
    'SWI',
    'swi, swi3d, swi 3d, mip images sw, mag images sw, pha images sw, swip, swan, swanse, venobold, venbold, ven bold, venous bold, fsbb, bsi, swmr, qsm, swim, esp swi, eswan, suscept*, suszept*, sensibilidad magnetica, suscettibilita, suscepti*, mip swi, minip swi, pha swi, 磁化率, 磁敏感, 자화율',
  ],
  [
    'DCE',
    'dce, dce perf, perf dce, disco, grasp, twist vibe, 4d thrive, dyna vibe, k trans, ktrans, wash in, wash out, washin, washout',
  ],
  [
    'DSC',
    'dsc, rcbv, rcbf, relcbv, relcbf, relccbv, relmtt, cbv, mtt, ttp, pbp, tmax, perf, perfusion, perfusie, perfusione, perfusao, perfuzja, perfuzyon, perfuusio, perfusjon, perf*, pwi, pwib, gbp, 灌注, 灌流, перфузи*',
  ],
  [
    'BOLD',
    'bold, fmri, f mri, fcmri, rsfmri, rs fmri, resting, resting state, restingstate, motor task, finger tapping, fingertapping, ep2d bold, mbep2d bold, epi mph, epi pe, mb epi, gre epi fmri, sprache, paradigma, paradigme, 機能, 功能',
  ],
  [
    'MRCP',
    'mrcp, cpmr, cprm, cholangio*, colangio*, cholangiopancr*, biliary, bili mrcp, bili irm, wirsung, s mrcp, smrcp, wirsungo*, 胰胆管, 胆管',
  ],
  [
    'LGE',
    'lge, late gad*, late enh*, late gd, delayed enh*, delayed hyper*, de mri, viab*, vitalitat, realce tardio, rehaussement tardif, psir sax, psir lax, psir 2ch, psir 3ch, psir 4ch, de sax, de lax, de 2ch, de 3ch, de 4ch, mde, myocardial delayed, ps mde, psmde, tfi psir, tfl psir, trufi psir, 遅延造影, 延迟增强',
  ],
  [
    'CINE',
    'cine, kine, cinemato*, cine trufi, cine ssfp, cine fiesta, cine bffe, trufi cine, fiesta cine, シネ, 电影, кино',
  ],
  [
    'CE-MRA',
    'ce mra, mra ce, cemra, ce angio, angio ce, ce mr angio, cemr angio, fl3d ce, fl3dce, ce fl3d, ce 3d mra, tricks, timecourse mra, 4d trak, 4dtrak, twist angio, time resolved mra, mra gd, mra contrast, freezeframe, freeze frame, smart prep mra, bolus chase, runoff ce, 造影mra, 造影血管',
  ],
  [
    'TOF',
    'tof, tof*, time of flight, timeofflight, temps de vol, tiempo de vuelo, flugzeit, inflow angio, inflow mra, inflow, inhance inflow, 3d inflow, 2d inflow, mra tof, tof fl3d, fl3d tof, fl2d tof, fl tof, 時間飛行',
  ],
  [
    'PC-MRA',
    'pc mra, pcmra, mra pc, mrv pc, pc mrv, pca, pc2d, pc3d, 2d pc, 3d pc, phase contrast, phasenkontrast, contraste de phase, contraste de fase, contrasto di fase, venc, venc*, velocity, qflow, q flow, flow quant*, fluss*, flow meas*, csf flow, csf flow*, liquor flow, 4d flow, 4dflow, inhance velocity, inhance 3d velocity, 位相コントラスト, 相位对比',
  ],
  [
    'DCE',
    'dynamic*, dyn, dyna, dynamisch*, dynamique, dynamiques, dinamico, dinamica, dinamik, dynamiczn*, dynamisk, dynaaminen, dynamicke, multi phase, multiphase, multiphasic, multifase, multiphasique, mehrphasen, triphasic, kinetic*, ダイナミック, 动态, 動態, динамик*',
  ],
  [
    'other',
    'magic, symri, fingerprint*, mrf, t1rho, t1 rho, cest, apt, aptw, t1 map*, t2 map*, t1map*, t2map*, t2 mapit, mapit, molli, shmolli, look locker, cartigram, dgemric, mtr, mwi, qrapmaster, qalas, ideal iq, idealiq, lava iq, dixon quant, q dixon, ff map, pdff, fat fraction, fatfrac*, fettfraktion, r2 map*',
  ],
  ['other', 'dir, double ir, double inversion*, doppelte inversion'],
  [
    'T1-FLAIR',
    't1 flair, t1flair, flair t1, t1w flair, t1 dark fluid, t1 tir dark fluid, t1 tirm dark fluid, t1 fast flair',
  ],
  [
    'T2-FLAIR',
    'flair, fast flair, t2 flair, t2flair, dark fluid, darkfluid, da fl, dafl, dark fl, spcir, spc ir, space ir, space da fl, fluid attenuated*, fluid atten*, brain view flair, cube flair, flair cube, vista flair, flair*, freewater*, 水抑制, 水抑え, フレア, 水压制, флаир',
  ],
  [
    'STIR',
    'stir, fast stir, faststir, turbo stir, stir*, short tau, short ti, short inversion, t2 stir, iralong, стир',
  ],
  [
    'T2*',
    't2star, t2star*, t2 star, t2 ffe, ffe t2, gre t2, t2 gre, t2 flash, t2 fl2d, t2 fl3d, t2 fl, t2s, t2 s, hemo, haemo, hamo, hemo gre, hemoflash, flash hemo, fl2d hemo, medic, merge, mffe, m ffe, cosmic, 3d merge, t2 hemo, r2star, r2s, iron, iron sensitive, swrapid, t2 swi no, adage, t2 fgre, mpgr, t2 medic, t2 merge, t2強調gre, t2 fast field echo',
  ],
  [
    'PD',
    'pd, pdw, pdwi, pdw*, pd spair, pd spir, dp, rho, proton*, protonendichte, protonen*, proton dens*, densite de proton*, densite protonique, densidad proton*, densidad de proton*, densidade de proton*, densita protonica, dens prot, protondensitet, protontatt*, protontiheys, protonova*, proton yogunluk*, gestosc proton*, hustota proton*, intermediate*, im w, imw, iw, プロトン密度, 质子密度, 质子, 양성자밀도, протон*, пд',
  ],
  [
    'T2',
    't2, t2w, t2wi, t2 wi, t2 tse, t2 fse, t2w*, frfse, t2 weighted, t2 gewichtet*, t2 pond*, t2 pesat*, t2 agirlikli, t2 zalezn*, t2 vagd, t2 vegtet, t2 strir, t2 painot*, t2 vazen*, t2 sulyoz*, t2強調, t2加权, t2 강조, т2, т2ви, т2 ви, t2 propeller, t2 blade, t2 multi vane, t2 radar, t2 jet, fs t2',
  ],
  [
    'T1',
    't1, t1w, t1wi, t1 wi, t1 se, t1 tse, t1 fse, t1w*, t1 weighted, t1 gewichtet*, t1 pond*, t1 pesat*, t1 agirlikli, t1 zalezn*, t1 vagd, t1 vegtet, t1 painot*, t1 vazen*, t1 sulyoz*, t1強調, t1加权, t1 강조, т1, т1ви, т1 ви, t1 mt, mt t1, mtc t1',
  ],
  [
    'T1',
    'mprage, mp rage, memprage, me mprage, mempr, mp2rage, mp 2 rage, bravo, fspgr, spgr, ir fspgr, ir spgr, efgre3d, vibe, star vibe, starvibe, lava, lava flex, lava xv, thrive, ethrive, e thrive, m dixon thrive, vibrant, views, bliss, tigre, quick 3d, quick3d, radiance, t1 ffe, t1ffe, ffe t1, t1 tfe, t1tfe, tfe t1, turbo flash, turboflash, tfl, tfl3d, flash, flash 2d, flash 3d, 3d tfe, t1 gre, gre t1, t1 fl2d, t1 fl3d, gre fsp, medal, in phase*, inphase*, out phase*, outphase*, outof phase*, out of phase*, opp phase*, opposed phase*, oppphase*, opposed, inopp, in opp, in out, inout, ip op, ipop, iop, in op, dual ffe, dualffe, dual fast field echo, dual echo fspgr, dual echo gre, fgre, ffe in, phase in, phase opposee, en fase, fuera de fase, fase fuera, in fase, fuori fase, opposizione di fase, gegenphase, gegen phase, isop, 同相位, 反相位',
  ],
  [
    'T2',
    'ciss, ciss3d, ciss*, fiesta c, fiestac, 3d fiesta c, drive, dr ive, 3d drive, haste, haste*, hast, ssfse, ssfse*, ss fse, ssh, sshtse, sshot, ssh tse, ss tse, sstse, single shot tse, single shot fse, single shot, hyce, fase, t2 fase, ufse, ss fast, t2 trufi, trufi t2, t2 fiesta, t2 ssfp, myelo*, hydro*, uro mr, mr urography, urographie, pbsg, de fse, radiale t2, rare',
  ],
  [
    'other',
    'fiesta, fs fiesta, fsfiesta, true fisp, trufisp, truefisp, trufi, trufi*, b ffe, bffe, btfe, b tfe, balanced*, bal ffe, bal tfe, bssfp, ssfp, basg, true ssfp, truessfp, dess, ute, zte, silenz, pet ute',
  ],
];

/** Words that speak for a weighting only where nothing better does: a technique that is mostly used for it. */
export const WEAK_WEIGHTING_WORDS: readonly (readonly [Weighting, string])[] = [
  ['DCE', 'twist'],
  ['BOLD', 'rest, task, func, functional, funktionell, fonctionnelle, funcional, funzionale, activation'],
  [
    'T1',
    'dixon, mdixon, m dixon, dixon w, mdixon w, m dixon w, dixon f, mdixon f, dixon water, flex, ideal, arterial, arterial phase, portal, portal venous, portalvenous, portal ven*, venous phase, equilibrium, delayed, hepatobiliary, hepatobil*, hbp, early arterial, late arterial, arteriell*, portalvenos*, arteriel, arterielle, arteriale, tardivo, tardif, tardiva, tardio, tardia, spatphase, spat, ip, op, opp, gre 3d in, water, fat',
  ],
  ['T2', 'fse, tse, fast spin echo, turbo spin echo, blade, propeller, multi vane, multivane, cube, vista'],
];
