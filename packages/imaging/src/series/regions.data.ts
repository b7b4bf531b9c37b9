import { fold, isUnspaced } from './words.ts';

/**
 * Words for parts of the body in BodyPartExamined, anatomic regions, descriptions and names of coils, most special first; the
 * names on the left are those that cases use. Languages as in the lexicon of words. `*` stands for any ending.
 */
export const REGION_WORDS: readonly (readonly [string, string])[] = [
  [
    'pituitary',
    'pituitary, sella, sella turcica, hypophys*, hypofys*, hipofis*, ipofisi, przysadk*, hipofiz, 下垂体, 垂体',
  ],
  [
    'cervical-spine',
    'cspine, c spine, csp, cervical, cervicale, cervicales, cervicaal, cervikal*, hws, hwk, cwk, cwz, cervical spine, kaulanranka, rachis cervical, columna cervical, colonna cervicale, coluna cervical, halswirbel*, halsrygg*, nacke, kregoslup szyjny, odcinek szyjny, szyjn*, servikal, boyun, kaularanka, krcni, nyaki, 頚椎, 頸椎, 颈椎, 경추, шейн*',
  ],
  [
    'thoracic-spine',
    'tspine, t spine, tsp, thoracic spine, thoracic, dorsal spine, dspine, bws, bwk, twk, twz, thw, rachis dorsal, rachis thoracique, columna dorsal, columna toracica, colonna dorsale, coluna toracica, coluna dorsal, brustwirbel*, brostrygg*, bryst rygg, rintaranka, piersiow*, torakal, dorsale, hrudni, 胸椎, 흉추, грудной отдел',
  ],
  [
    'lumbar-spine',
    'lspine, l spine, lsp, lumbar, lumbo, lumbosacral*, lumbosacra, ls spine, lumbale, lombaire, lombar, lombosacrale, lombosacral, lombare, lws, lwk, lwz, lendenwirbel*, landrygg*, lumbal*, l s spine, rachis lombaire, columna lumbar, colonna lombare, coluna lombar, lanneranka, ledzwiow*, lomber, bederni, agyeki, sacrum, sakrum, sacro, si joint*, isg, sacroilia*, sakroilia*, sacroiliac*, 腰椎, 요추, поясничн*, крестц*',
  ],
  ['prostate', 'prostate, prostata, prostat*, gruczol krokowy, eturauhanen, 前列腺, 전립선, простат*'],
  [
    'breast',
    'breast*, mamma, mammae, mama, mamas, mammella, sein, seins, seno, brust, brustdruse, mammograph*, mammar*, mamari*, bryst, brost, piers, piersi, meme, rinta, borst, prsa, emlo, 乳腺, 乳房, 유방, молочн*',
  ],
  [
    'liver',
    'liver, leber, foie, higado, fegato, figado, lever, watrob*, karaciger, maksa, jatra, hepat*, mrcp, pancreas, pankreas, trzustk*, biliary, biliar*, biliaire, gallen*, 肝, 肝脏, 肝臓, 膵, 胰腺, 간, печен*',
  ],
  [
    'knee',
    'knee, knees, knie, genou, genoux, rodilla, ginocchio, joelho, extknee, kolan*, kolano, diz, polvi, kna, koleno, terd, kne, 膝, 무릎, колен*',
  ],
  [
    'shoulder',
    'shoulder*, schulter*, epaule*, hombro, spalla, ombro, schouder, bark, barku, omuz, olkapaa, axel, skulder, rameno, vall, 肩, 어깨, плеч*',
  ],
  [
    'elbow',
    'elbow*, ellenbogen*, ellbogen*, coude, codo, gomito, cotovelo, elleboog, lokc*, lokiec, dirsek, kyynarpaa, armbage, albue, loket, 肘, 팔꿈치, локт*',
  ],
  [
    'wrist-hand',
    'wrist*, hand, hands, finger*, thumb, handgelenk*, daumen, poignet, main, doigt, pouce, muneca, mano, dedo, polso, dito, pols, punho, mao, carpus, carpal, nadgarst*, reka, dlon, bilek el, el bilegi, el bilek, ranne, kasi, handled, handledd, zapesti, csuklo, metacarp*, 手, 手関節, 腕关节, 手腕, 손목, кист*, запяст*',
  ],
  [
    'hip',
    'hip, hips, hufte*, huft*, hueft*, hanche*, cadera*, anca, anche, quadril, heup*, heupen, biodr*, biodro, kalca, lonkka, hoft*, kycel, csipo, femoral head, 股関節, 髋, 고관절, тазобедр*',
  ],
  [
    'ankle-foot',
    'ankle*, foot, feet, forefoot, hindfoot, midfoot, sprunggelenk*, osg, usg, fuss, fuesse, vorfuss, cheville, pied, pieds, avant pied, tobillo, pie, pies, tornozelo, caviglia, piede, piedi, enkel, voet, voorvoet, calcane*, achill*, skokow*, staw skokowy, stopa, ayak, ayak bilegi, nilkka, jalkatera, fotled, fot, ankel, kotnik, hlezno, noha, boka, tarsal, metatars*, 足, 足関節, 踝, 발목, стоп*, голеностоп*',
  ],
  [
    'brain',
    'brain, head, schadel, schadel*, schaedel*, kopf, gehirn, hirn, neurocranium, neurokranium, cerebr*, zerebr*, cerebro, encefal*, cervello, cerveau, crane, craneo, cranien*, encephal*, enzephal*, cranio, cranium, cranial*, kranial*, kranium, hersenen, skull, neuro, iac, iam, cai, hjarna*, hjerne*, mozg*, mozgu, glow*, glowa, glowy, beyin, kafa, kranyal, aivo*, paa, mozek, hlava, agy, koponya, internal auditory, acoustic*, 頭, 頭部, 脳, 颅脑, 头颅, 头部, 脑, 뇌, 두부, голов*, мозг*',
  ],
  [
    'head-neck',
    'neck, orbit*, orbita*, face, facial, sinus*, tmj, kiefergelenk*, atm, larynx, pharynx, hals, cou, cuello, collo, pescoco, parotid*, parotis, temporal bone*, felsenbein*, inner ear, innenohr*, rocher*, szyj*, szyja, boyun, hals mjukdelar, kaula, nyak, oczodol*, nasopharyn*, 頚部, 颈部, 眼窩, 眼眶, 鼻咽, 목',
  ],
  [
    'vessels',
    'aorta, carotid*, carotis, karotis, karotid*, renal arter*, runoff, run off, vessels, vessel, gefass*, vaisseaux, vasos, vasi, cow, circle of willis, willis, supraaort*, supra aort*, tsa, troncs supra*, becken bein*, angiograf*, 血管, 頚動脈, 颈动脉',
  ],
  [
    'chest',
    'chest, thorax, torax, heart, cardiac, herz, kardio*, cardio*, coeur, corazon, cuore, coracao, hart, serce, kalp, sydan, hjarta, hjerte, srdce, sziv, mediast*, lung, lungs, myocard*, myokard*, sternum, klatk*, gogus, 胸部, 心臓, 心脏, 심장, сердц*, грудн*',
  ],
  [
    'abdomen',
    'abdomen, abdominal*, abdomin*, abdome, abd, oberbauch*, kidney*, kidneys, niere*, rein, reins, rinon*, rene, reni, rim, rins, nier, nieren, nerk*, bobrek, munuai*, njure*, nyre*, ledvin*, renal, adrenal*, nebenniere*, enterogr*, enteroklysm*, sellink, bowel, bauch, buik, brzuch*, jama brzuszna, batin, karin, vatsa, buk, bricho, 腹部, 上腹部, 复부, 복부, 肾, 腎, живот*, брюш*',
  ],
  [
    'pelvis',
    'pelvis, pelvic, pelvien*, pelvico, pelvi, pelvina, becken*, bassin, bekken*, bacino, bacia, rectum, rektum, rectal, recto, retto, reto, uter*, cervix, ovar*, bladder, blase, vessie, vejiga, vescica, bexiga, miednic*, pelvik, lantio, backen, panev, medence, gyn, gynakolog*, 骨盤, 盆腔, 子宮, 子宫, 直肠, 골반, таз*',
  ],
  [
    'other',
    'whole body, wholebody, ganzkorper*, corps entier, cuerpo entero, spine, wirbelsaule*, rachis, columna, colonna, coluna, kregoslup*, omurga, selkaranka, ryggrad, rygg, myelon, ruckenmark, thigh*, femur, oberschenkel*, leg, legs, calf, unterschenkel*, tibia, fibula, forearm*, unterarm*, humer*, oberarm*, arm, extremit*, phantom, plexus, jambe, cuisse, pierna, muslo, gamba, coscia, perna, coxa, 脊椎, 脊柱, 全身',
  ],
];

/** A list as one pattern over the text of `wordsOf`: whole words, or pieces in scripts without spaces. */
function patternOf(list: string): RegExp {
  const terms = list.split(',').map((term) => fold(term).trim());
  const spaced = terms.filter((term) => !isUnspaced(term)).map((term) => term.replaceAll('*', '[^ ]*'));
  const pieces = terms.filter(isUnspaced).map((term) => term.replaceAll('*', ''));
  return new RegExp([` (?:${spaced.join('|')}) `, ...pieces].join('|'));
}

export const SIDE_WORDS = {
  left: patternOf(
    'left, lt, lft, links, linke, linker, linkes, linken, li, gauche, gche, izq, izquierd*, izda, izdo, izqda, izqdo, sinistr*, sx, esquerd*, esq, lnk, lewy, lewa, lewe, lewego, lewej, sol, vasen, vanster, vanstra, vens, venstre, levy, leva, leveho, 左, 좌측, 왼쪽, лев*',
  ),
  right: patternOf(
    'right, rt, rgt, rechts, rechte, rechter, rechtes, rechten, re, droit, droite, dte, drt, derech*, dcha, dcho, destr*, dx, dex, dext, direit*, dta, prawy, prawa, prawe, prawego, prawej, sag taraf, oikea, oik, hoger, hogra, hoyre, hojre, pravy, prava, prave, praveho, jobb, 右, 우측, 오른쪽, прав*',
  ),
  both: patternOf(
    'both, bilat, bilateral*, bil, beide, beider, beidseits, beids, bds, beidseitig, les deux, ambos, ambas, entrambi, entrambe, beiderseits, obie, oba, obustronn*, her iki, molemmat, bada, begge, obou, mindket, 両側, 双侧, 両, 양측, обе*, обоих',
  ),
} as const;
/** Single letters are a side only in brackets or at the end: "KNEE (R)", "MR KNEE L". */
export const SIDE_LETTER =
  /\(\s*([lr])\s*\)|(?:^|\s|_)([lr])\s*$|(?:^|\s)([lr])[.:\s-]+(?=knee|hip|shoulder|ankle|wrist|foot|elbow|hand)/i;
