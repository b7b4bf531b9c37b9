/** Small words that hardly any other of these languages has, and some that only reports have; compared without accents. */
export const STOP_WORDS = {
  en: 'the of and is are with no there was within normal seen evidence without from left right not were for been has this in on at which',
  es: 'el la los las de del y con sin se en una por que es son no hay observa normal derecho izquierdo al lesión señal un muy',
  de: 'der die das und ist mit kein keine nicht des im eine einer von bei auf den zur links rechts ohne regelrecht nachweis',
  fr: 'le la les des et est avec sans du une dans pas au aux il gauche droite absence pour sur sont aspect',
  it: 'il la le dei delle e con senza di nel della non si una del sinistra destra alla sono presenza dal degli',
  pt: 'o a os as do da dos das e com sem não uma no na em se sinais esquerda direita ausência normais há um ao nos',
  nl: 'de het een en van met geen is in niet links rechts op zonder aan er bij voor wordt tekenen',
  pl: 'w z i na nie się jest bez oraz do po zmian od o lewej prawej są cech przy obraz',
  tr: 've bir ile bu olarak izlendi izlenmiştir sol sağ normal yok olan için de da saptanmadı mevcuttur',
  ru: 'в и на не с без из от до по слева справа не выявлено признаков для при определяется',
} as const;
