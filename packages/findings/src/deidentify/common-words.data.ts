/** Words with which sentences of reports begin, and names that belong to a finding and to nobody who can be found. */
export const SENTENCE_WORDS = `
a about above abnormal acute additional additionally adjacent after again all also although an and another any appearance appears
are area areas around as asymmetric at atypical available avoid axial based because bilateral bilaterally both but by case cannot
certain change changes chronic clear clearly clinical close common compared comparison compatible complete conclusion
considering consistent contrast correlation could current deep degenerative demonstrated despite diffuse diffusion discrete
diagnosis distal during each early eight either elsewhere enhancement equally especially evaluation evidence examination exam except
extensive features few field findings first five fluid focal following for four from full further given global had half has
have he her here high history homogeneous however if image images imaging impression in incidental incidentally include including
increased indication intact interval is isolated it its known large largest lateral left less level likely limited linear
located loss low lower main major many marked marrow may medial mid mild mildly minimal minor mixed moderate moderately more
most motion multiple narrow narrowing near nearly new next nine no non none nonspecific normal not note noted nothing now
numerous of old on one only or other others otherwise our over overall partial partially patchy patient please possible
possibly post posterior preserved previous prior probable probably protocol proximal quality rather recommend recommended
recommendation recommendations regarding related remaining report residual result right same scan scattered second section
see seen sequence sequences series seven several severe severely signal significant signs similar simple since single six
size slight slightly small so some stable still straight study subtle such suggest suggestive superior suspicious symmetric
technique ten than that the their then there therefore these they third this those though three to together total toward
two typical unchanged unremarkable under unlikely upper usual very visible was we weighted well were what when where which
while whole widespread with within without would
`;

/** Diseases, signs, scores and structures that carry a name. */
export const EPONYMS = `
achilles alzheimer baker bankart bennett binswanger blumensaat bosniak broca bucket buford burkitt cam chiari crohn cushing
dandy dawson eagle evans ewing fazekas galen gartland gilula goutallier gleason haglund hill hirayama hoffa hodgkin
huntington icrs jones kellgren kienbock kirschner koedam kohler lawrence lhermitte lisfranc luschka meckel meniere meyerding
mirizzi modic monteggia morton moyamoya osgood outerbridge paget parkinson perthes pfirrmann pott purkinje rathke rolando
sachs scheltens schizas schlatter schmorl segond sharp sinding sylvius tarlov tornwaldt virchow robin walker wernicke
wiberg willis
`;
