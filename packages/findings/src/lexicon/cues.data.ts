/**
 * Cues in the manner of ConText (Harkema 2009, J Biomed Inform 42:839): what they say of an observation, and which way they look.
 * `forward`: what follows; `backward`: what stands before. Pseudo-cues look like a negation and are none.
 */
export const cues = {
  negatedForward:
    'no|not|without|absence of|absent|lack of|free of|negative for|no evidence of|no sign of|no signs of|no indication of|neither|nor|denies|never|none of|rules out|ruled out for|excludes|rather than|instead of|fails to show|no longer|failed to reveal|devoid of|cannot see|cannot be seen|no convincing|no definite|no significant|no relevant|no suspicious|exclusion of|lacks|lacking|nil|non|spares|sparing|clear of|against|argues against|unlikely|does not|do not|did not|is not|are not|was not|were not|isnt|arent',
  negatedBackward:
    'absent|is excluded|are excluded|excluded|not seen|not identified|not detected|not demonstrated|not present|not visible|not evident|not found|not visualized|not observed|not appreciated|none|negative|ruled out|is lacking|unlikely|not shown|nowhere|not noted|not recognizable|not apparent|not detectable|not delineated|not discernible|not proven|not suspected|not demonstrable|no longer seen|not involved|resolved|has resolved|has disappeared|missing|no longer visible',
  pseudoNegation:
    'no change|not changed|no interval change|no significant change|no significant interval change|not only|not certain|no increase|not significantly changed|no longer|not necessarily|without change|not further|no further|not well seen|not well visualized|no prior|not fully|without and with|with and without|without or with|no growth|not grown|no progression|not progressed|not enlarged further|no relevant change|not yet|not assessable|cannot be assessed|not evaluated|without contrast|without interval change|no interval growth|not increased in size|unchanged|non specific|nondisplaced|non displaced|undisplaced|without displacement|not displaced|no displacement|nonenlarged',
  possibleForward:
    'possible|possibly|may represent|may be|may reflect|might|could represent|could be|could reflect|suspicious for|suspicious of|suspected|suspicion of|suspect|questionable|question of|cannot exclude|can not exclude|cannot rule out|not excluded|concern for|concerning for|equivocal|indeterminate for|uncertain|doubtful|versus|differential includes|differential diagnosis includes|rule out|evaluate for|to exclude|worrisome for|worrying for|raises the possibility|possibility of|not certain|potential|may|perhaps|query|presumed|conceivable|equivocally|consider|cannot be certain|could',
  possibleBackward:
    'possible|cannot be excluded|can not be excluded|is not excluded|not excluded|not ruled out|cannot be ruled out|questionable|is suspected|suspected|equivocal|uncertain|is conceivable|doubtful|cannot be confirmed|not entirely excluded|not safely excluded|not reliably excluded|not certain|may be present|is considered|in question|debatable|cannot be excluded with certainty|not definitely excluded|is a possibility|is a consideration|should be considered|remains possible|to be considered',
  probable:
    'probable|probably|likely|most likely|favored|favor|favoring|suggest|suggests|suggesting|suggestive of|presumably|most probably|presumptive|appears to be|in favor of|highly likely|points to|very likely|most in keeping with|indicative of|speaks for|suggested',
  certain:
    'consistent with|compatible with|diagnostic of|in keeping with|typical of|typical for|characteristic of|pathognomonic|representing|represents|definite|confirmed|proven|corresponding to|in line with|in the sense of|due to|known|diagnostic for|classic for|compatible|clearly|unequivocal',
  alternative:
    'alternative|as an alternative|alternatively|less likely|differential|differential diagnosis|versus|vs|over|rather than|or|other considerations|being the alternative|dd|ddx|instead of|not excluded|cannot be excluded|can not be excluded|cannot be ruled out|a differential consideration|remains possible|to be considered',
  historical:
    'history of|status post|known|previous surgery for|treated|past history|prior history|h o|s p|after previous|removed|resected|clinical history|previously treated',
  hypothetical:
    'evaluate for|to exclude|rule out|question of|query|assess for|clinical suspicion|referred for|r o|clinically suspected|looking for|? ',
  advice:
    'recommend|recommended|recommendation|advise|advised|suggest follow up|follow up in|referral|refer|suggest correlation|clinical correlation|correlate|correlation|correlation with|biopsy is|should be performed|further evaluation|consultation|to be discussed|is warranted|is indicated|repeat mri|control in|control mri|please|no follow up|surveillance|presentation recommended|presentation|follow up mri|consider mri|consider biopsy|consult|mdt|tumor board|workup|work up|discussed with|was communicated|stop oral|follow up is|follow up|control|targeted biopsy|biopsy recommended|second look ultrasound|screening|annual|re evaluation|physiotherapy',
  termination:
    'but|however|although|though|except|except for|apart from|aside from|other than|yet|nevertheless|while|whereas|which|that shows|otherwise|besides|still|with the exception of|and there|secondary to|due to|because|only|aside|save for|in addition|beyond',
  normal:
    'normal|intact|unremarkable|within normal limits|preserved|maintained|clear|patent|regular|no abnormality|slender|unimpaired|inconspicuous|physiologic|physiological|in normal position|continuous|congruent|homogeneous signal|homogeneous in signal|symmetric|symmetrical|is open|are open|is free|are free|well preserved|well aligned|age appropriate|normal for age|appropriate for age|not abnormal|not widened|not enlarged|in place|is anatomic|anatomic alignment|anatomical|adequate|wide enough|sufficiently wide|is wide|are wide|no pathology|in the midline|centered|centred|in normal limits|well maintained|regular width|wnl|satisfactory|is spared|are spared|uncompressed|unaffected|undistorted|aerated|well aerated|pneumatized|well pneumatized|well hydrated|slim|uninvolved|stable alignment|healthy|untorn|is smooth|are smooth|smoothly outlined|capsule smooth|ample|located in the groove|in its groove|in the groove|normally positioned|in normal position|normally located|in its sulcus|physiologic joint fluid|physiological joint fluid|physiologic fluid|physiological fluid|physiologic amount|physiological amount|thin wall|wall thin|wall is thin|thin walled|delicate wall|not collapsed|insert normally|inserts normally|not conspicuous|bright and homogeneous|without abnormality|without pathology|without finding|without particularity|age related|correct|in continuity|well defined course|tapering|tapers normally|unobstructed|not affected|not involved|unobtrusive|terminates|ends at|ends normally|is midline|are midline|nothing abnormal|no abnormal finding|flow voids present|flow void present|normal flow|regular flow|is present throughout',
} as const;

/** Wordings that deny an observation without naming it. */
export const denials: Readonly<Record<string, string>> = {
  'extraprostatic-extension':
    'organ confined|confined to the prostate|confined to the gland|tumor confined|capsule respected|respects the capsule',
  'restricted-diffusion':
    'diffusion negative|diffusion normal|normal diffusion|diffusion unremarkable|dwi negative|diffusion images normal|diffusion is normal',
  dislocation: 'well centered|joint congruity|congruity preserved|articulates normally',
  invasion: 'fat plane preserved|fat planes preserved|plane is preserved',
  'disc-degeneration': 'well hydrated disc|disc well hydrated|bright nucleus',
  'mass-effect': 'basal cisterns open|cisterns open|cisterns are open',
  fracture: 'no break in the cortex',
  retropulsion: 'posterior margin intact|posterior edge intact|posterior wall preserved',
};

/** Steps of severity; words on one step agree. */
export const severitySteps: Readonly<Record<string, string>> = {
  '1': 'mild|borderline|minor|slight|small|minimal|trace|tiny|low grade|discrete|subtle|early|little|incipient|minute|discreet|faint|shallow|mildly|slightly|minimally|superficial|mild degree|marginal|bit of|a bit|small amount|small volume|a few',
  '1.5': 'mild to moderate|mild moderate|minimal to moderate|slight to moderate|small to moderate|moderate at most',
  '2': 'moderate|moderately|medium|moderate sized|medium sized|moderate grade|intermediate grade|medium grade|intermediate|moderate degree|considerable|fair',
  '2.5':
    'moderate to severe|moderate severe|moderate to marked|moderate to advanced|moderate to large|moderately severe|moderate to high grade',
  '3': 'severe|marked|high grade|advanced|pronounced|extensive|gross|critical|massive|severely|markedly|considerable degree|profound|substantial|end stage|near complete|subtotal|large|voluminous|big|almost complete|large volume',
};

/** The extent of a tear or defect. */
export const extents: Readonly<Record<string, string>> = {
  partial:
    'partial|partial thickness|partially|incomplete|intrasubstance|interstitial|articular sided|bursal sided|undersurface|partial tear|partial width|some fibers|delaminating|delamination|pasta|articular surface|partly|bursal side|articular side|incompletely',
  full: 'full thickness|complete|completely|transmural|full|total|through and through|transtendinous|complete rupture|throughout its thickness|entire thickness|all layers|full depth|down to bone|full width',
};

/** How a finding changed. */
export const changes: Readonly<Record<string, string>> = {
  stable:
    'stable|unchanged|no change|no interval change|no significant change|no growth|not grown|constant|same size|without change|size is the same|not changed|no significant interval change|not significantly changed|no progression|without interval change|no relevant change|no interval growth|similar in size|identical to the previous|of the same size|static',
  grown:
    'grow|growing|enlarge ~ compared|increased in size|increase in size|larger than|progress|progression|progressive|increased compared|worsened|size increase|has enlarged|interval growth|bigger|larger compared|worsen|interval increase|progressed',
  smaller:
    'decreased in size|smaller than|regress|regression|regressive|decrease in size|interval decrease|improved|shrunk|size decrease|shrinkage|partial response|diminished|reduced in size|improvement|smaller compared|receding',
  new: 'new|newly|newly appeared|not present previously|newly seen|new since|de novo',
  resolved: 'resolved|no longer seen|disappeared|no longer visible|healed completely',
};

/** Age of a finding. */
export const ages: Readonly<Record<string, string>> = {
  acute: 'acute|recent|fresh|new onset|subacute|unhealed|active',
  old: 'chronic|old|healed|remote|previous|prior|former|residual|longstanding|long standing|consolidated|inactive|ancient|post traumatic|older|past',
};

export const counts: Readonly<Record<string, readonly [least: number, most: number]>> = {
  single: [1, 1],
  solitary: [1, 1],
  isolated: [1, 1],
  one: [1, 1],
  two: [2, 2],
  second: [1, 1],
  couple: [2, 2],
  pair: [2, 2],
  three: [3, 3],
  four: [4, 4],
  five: [5, 5],
  six: [6, 6],
  seven: [7, 7],
  eight: [8, 8],
  nine: [9, 9],
  ten: [10, 10],
  eleven: [11, 11],
  twelve: [12, 12],
  dozen: [10, 14],
  few: [2, 6],
  some: [2, 20],
  several: [3, 7],
  multiple: [2, 1000],
  numerous: [5, 1000],
  many: [4, 1000],
  innumerable: [10, 1000],
  countless: [10, 1000],
  various: [2, 1000],
  scattered: [2, 1000],
};

export const sides: Readonly<Record<'left' | 'right' | 'both' | 'midline', string>> = {
  left: 'left|left sided|leftward|lt|left side|left hand side',
  right: 'right|right sided|rightward|rt|right side',
  both: 'bilateral|both sides|bilaterally|on either side|either side|both|left and right|right and left|on both sides|biforaminal|two sided|left more than right|right more than left|left greater than right|right greater than left|bihemispheric|each side',
  midline: 'midline|median|in the midline',
};

/** Joint: the observation that two hits make together, `observation @ anatomy = observation`. */
export const joint = `
enlargement,lymphadenopathy @ lymph-node = lymphadenopathy
enlargement @ spleen = splenomegaly
enlargement @ liver = hepatomegaly
enlargement,dilatation @ ventricles = hydrocephalus
enlargement,dilatation @ sulci = brain-atrophy
enlargement @ prostate,transition-zone = bph
dilatation @ bile-duct = biliary-dilatation
fluid,effusion @ mastoid = mastoid-effusion
fluid,inflammation,dilatation @ bursa,subacromial,retrocalcaneal,olecranon,greater-trochanter,prepatellar,iliopsoas = bursitis
fluid @ joint,facet,knee,glenohumeral,tibiotalar,pleura,subtalar,suprapatellar,druj,radiocarpal,hip,elbow = effusion
fluid @ tendon,tibialis-posterior,peroneal,extensor-tendons,flexor-tendons,fhl,fdl,biceps-long-head = tenosynovitis
fluid @ peritoneum,pelvis = ascites
synovitis @ extensor-tendons,flexor-tendons,tibialis-posterior,peroneal,fhl = tenosynovitis
lesion,signal-high,signal-change,abnormality @ white-matter = white-matter-lesion
tear @ annulus = annular-fissure
tear @ labrum = labral-tear
degenerative-change @ disc = disc-degeneration
signal-low @ disc = disc-degeneration
narrowing,stenosis @ disc,disc-height = disc-height-loss
height-loss @ disc,disc-height = disc-height-loss
degenerative-change,hypertrophy @ facet,acj,uncovertebral,glenohumeral,first-cmc,subtalar,joint,sij,patellofemoral,radiocapitellar,ulnohumeral,hip,first-mtp,medial-compartment,lateral-compartment = osteoarthritis
degenerative-change @ rotator-cuff,tendon,ecu,extensor-tendons,flexor-tendons,achilles,patellar-tendon,quadriceps,common-extensor,common-flexor,gluteal,hamstring,peroneal,tibialis-posterior,biceps-long-head,distal-biceps,triceps = tendinosis
thickening,signal-high,signal-change,enlargement @ rotator-cuff,tendon,achilles,patellar-tendon,quadriceps,common-extensor,common-flexor,gluteal,hamstring,distal-biceps,triceps,ecu,biceps-long-head,peroneal,tibialis-posterior = tendinosis
thickening,edema @ plantar-fascia = plantar-fasciitis
thickening @ synovium = synovitis
thickening @ sinuses = sinus-disease
degenerative-change,signal-change,signal-high @ meniscus = meniscal-degeneration
degenerative-change,fraying @ labrum = labral-degeneration
degenerative-change,thinning @ cartilage = cartilage-defect
edema @ cord = cord-signal
signal-high,signal-change,lesion @ cord = cord-signal
edema,signal-high,signal-change @ bone-marrow,subchondral,bone,vertebra,femoral-condyle,tibial-plateau,femoral-head,talus,scaphoid,lunate,calcaneus,patella,humeral-head,sij,femoral-neck,navicular,metatarsal,sacrum = marrow-edema
signal-change,abnormality,signal-high,edema @ endplate = modic
edema,sprain @ ligament,mcl,lcl,collaterals = sprain
edema @ muscle = muscle-edema
edema @ bursa = bursitis
stone @ gallbladder = cholelithiasis
stone @ cbd = choledocholithiasis
stone @ bile-duct = choledocholithiasis
necrosis @ femoral-head,humeral-head,lunate,talus,femoral-condyle,scaphoid = avascular-necrosis
displacement @ vertebra,alignment = listhesis
fissure @ cartilage,patellofemoral,medial-compartment,lateral-compartment,patella = cartilage-defect
fissure @ disc,annulus = annular-fissure
contact @ nerve-root = root-contact
contact @ cord = cord-contact
contact @ canal = sac-indentation
contact @ prostate-capsule = capsular-contact
abnormality,signal-change @ cartilage = cartilage-defect
lesion @ meniscus,tfcc,labrum,rotator-cuff,ligament,acl,pcl,mcl,lcl,sl-ligament,lt-ligament,lateral-ligaments,deltoid-ligament,elbow-ucl,elbow-rcl = tear
involvement @ abdominal-vessels,vessels,seminal-vesicle,pectoral,smv,sma,prostate-capsule,nvb = invasion
collection @ extra-axial = extraaxial-collection
mass,lesion,metastasis,involvement @ epidural = epidural-disease
fluid @ extra-axial = extraaxial-collection
tear,avulsion @ meniscal-root = root-tear
edema @ itb = friction
superficial-siderosis @ liver = iron
thrombosis @ venous-sinus = venous-thrombosis
compression @ canal = sac-indentation
compression @ disc = disc-height-loss
compression,displacement @ nerve-root = root-compression
impingement @ nerve-root = root-affection
compression,impingement @ cord = cord-compression
dilatation @ cord = syrinx
signal-low @ disc = disc-degeneration
adenoma @ pituitary = adenoma-pituitary
adenoma @ liver = hepatic-adenoma
lesion @ pituitary = adenoma-pituitary
carcinoma @ pancreas = pancreatic-cancer
carcinoma @ breast = breast-cancer
carcinoma @ prostate = prostate-cancer
thickening @ breast-skin = skin-thickening
retraction @ nipple = nipple-retraction
tear @ implant = implant-rupture
enlargement,thickening @ median-nerve,ulnar-nerve,radial-nerve = nerve-swelling
signal-high,edema,compression @ median-nerve,ulnar-nerve,radial-nerve = nerve-swelling
dilatation @ sulci = brain-atrophy
atrophy @ brain,cortex = brain-atrophy
atrophy @ hippocampus = hippocampal-sclerosis
displacement @ midline-structure = midline-shift
displacement @ tonsils = tonsillar-ectopia
displacement,retropulsion @ posterior-wall = retropulsion
signal-high,signal-change,enhancement,edema @ optic-nerve = optic-neuritis
sinus-disease @ mastoid = mastoid-effusion
atrophy @ pancreas = pancreas-atrophy
cyst @ kidney = renal-cyst
lesion,mass @ adrenal = adrenal-nodule
metastasis @ bone,vertebra,sacrum,femur,femoral-head,femoral-neck,humeral-head,pelvis,skull = bone-metastasis
lesion @ bone = bone-lesion
compression @ cauda-equina = cauda-compression
defect @ cartilage,patellofemoral,patella,medial-compartment,lateral-compartment,femoral-condyle,talar-dome,trochlea,tibial-plateau = cartilage-defect
defect @ tendon,rotator-cuff,labrum,tfcc,ligament = tear
defect @ pars = pars-defect
narrowing @ joint-space = joint-space-loss
mass @ soft-tissue = soft-tissue-mass
aneurysm @ bile-duct = dilatation
invasion @ seminal-vesicle = seminal-vesicle-invasion
fracture @ vertebra = compression-fracture
thickening @ gallbladder = cholecystitis
thickening @ bladder = bladder-wall-thickening
thickening @ axillary-recess,rotator-interval,capsule = capsulitis
edema @ axillary-recess,rotator-interval = capsulitis
fatty-infiltration @ muscle,rotator-cuff,paraspinal = fatty-infiltration
fatty-infiltration @ liver = steatosis
abnormality @ disc = disc-degeneration
cyst @ sinuses = retention-cyst
cyst @ meniscus = parameniscal-cyst
cyst @ labrum = paralabral-cyst
cyst @ pineal = pineal-cyst
cyst @ popliteal-fossa = baker-cyst
cyst @ facet = synovial-cyst
cyst @ nerve-root = perineural-cyst
tear @ pars = pars-defect
dilatation @ sl-ligament = scapholunate-dissociation
thickening @ facet = osteoarthritis
collection @ mastoid = mastoid-effusion
calcification @ rotator-cuff,tendon = calcific-tendinitis
`;
