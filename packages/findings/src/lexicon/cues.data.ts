/**
 * Cues in the manner of ConText (Harkema 2009, J Biomed Inform 42:839): what they say of an observation, and which way they look.
 * `forward`: what follows; `backward`: what stands before. Pseudo-cues look like a negation and are none.
 */
export const cues = {
  negatedForward:
    'nothing to suggest|nothing suggestive of|nothing suspicious for|no|not|without|no further|denied|deny|denying|declined|unremarkable for|low suspicion for|low probability of|low likelihood of|ve for|free from|cleared of|unable to find|unable to demonstrate|resolution of|never had|not consistent with|not compatible with|inconsistent with|without any|no known|quit|ceased|absence of|absent|lack of|free of|negative for|no evidence of|no sign of|no signs of|no indication of|neither|nor|denies|never|none of|none|rules out|ruled out for|excludes|rather than|instead of|fails to show|no longer|failed to reveal|devoid of|cannot see|cannot be seen|no convincing|no definite|no significant|no relevant|no suspicious|exclusion of|lacks|lacking|nil|non|spares|sparing|clear of|against|argues against|unlikely|does not|do not|did not|is not|are not|was not|were not|isnt|arent',
  negatedBackward:
    'absent|is excluded|are excluded|excluded|not seen|not identified|not detected|not demonstrated|not present|not visible|not evident|not found|not visualized|not observed|not appreciated|none|negative|ruled out|is lacking|unlikely|not shown|nowhere|not noted|not recognizable|not apparent|not detectable|not delineated|not discernible|not proven|not suspected|not demonstrable|no longer seen|not involved|not reported|not palpable|not palpated|not heard|not felt|not elicited|not encountered|not suggested|was ruled out|were ruled out|has been ruled out|has been excluded|resolved|has resolved|has disappeared|missing|no longer visible|cannot be identified|cannot be detected|cannot be demonstrated|cannot be found|cannot be visualized|cannot be delineated|cannot be discerned|cannot be recognized|cannot be made out|could not be identified|could not be detected|could not be found|could not be demonstrated|could not be seen|could not be delineated|not to be seen|not to be found|not delineable|not depicted|not recognized|not discerned|not made out|not noticeable|not traceable|not existing|nowhere to be seen|improbable|is improbable',
  pseudoNegation:
    'adequately assessed|adequately assessable|adequately evaluated|adequately evaluable|adequately visualized|adequately judged|adequately interpretable|clearly assessed|clearly assessable|clearly evaluated|clearly evaluable|clearly visualized|clearly judged|clearly interpretable|regularly assessed|regularly assessable|regularly evaluated|regularly evaluable|regularly visualized|regularly judged|regularly interpretable|satisfactorily assessed|satisfactorily assessable|satisfactorily evaluated|satisfactorily evaluable|satisfactorily visualized|satisfactorily judged|satisfactorily interpretable|no change|not changed|no interval change|no significant change|no significant interval change|not only|not certain|no increase in|no increase of|no increase compared|no increase since|not significantly changed|no longer|not necessarily|without change|not well seen|not well demonstrated|not well delineated|not well visualized|no prior|not fully|without and with|with and without|without or with|no growth|not grown|no progression|not progressed|not enlarged further|no relevant change|not yet|not assessable|cannot be assessed|not evaluated|without contrast|without interval change|no interval growth|not increased in size|unchanged|non specific|nondisplaced|non displaced|undisplaced|not displaced|nonenlarged|non contrast|noncontrast|non enhanced|non fat|non weight bearing|non weightbearing|non traumatic|wedge shaped|normally dark|normally bright|loss of normal|loss of the normal|reversal of normal|reversal of the normal|straightening of the normal|absence of normal|absence of the normal|lack of normal|lack of the normal|compared with normal|compared to normal|relative to normal|isointense to normal|higher than normal|lower than normal|larger than normal|smaller than normal|symmetrical fashion|symmetric fashion|symmetrical distribution|symmetric distribution|symmetrical pattern|symmetrical manner',
  possibleForward:
    "can be consistent with|may be consistent with|can't exclude|can't rule out|possible|possibly|may represent|may be|may reflect|might|could represent|could be|could reflect|suspicious for|suspicious of|suspected|suspicion of|suspect|questionable|question of|cannot exclude|can not exclude|cannot rule out|cannot completely exclude|cannot entirely exclude|cannot fully exclude|cannot definitively exclude|not excluded|concern for|concerning for|equivocal|indeterminate for|uncertain|doubtful|versus|differential includes|differential diagnosis includes|rule out|to exclude|worrisome for|worrying for|raises the possibility|possibility of|not certain|potential|may|perhaps|query|presumed|conceivable|equivocally|consider|cannot be certain|could",
  possibleBackward:
    "can't be excluded|can't be ruled out|not safely excludable|not definitely excludable|possible|cannot exclude|could not be excluded|could not be ruled out|could not be completely excluded|cannot be definitely excluded|may be considered|should be suspected|was considered|were considered|were also considered|was suspected|cannot be completely excluded|cannot be entirely excluded|cannot be fully excluded|cannot be definitively excluded|cannot be totally excluded|cannot be confidently excluded|cannot be reliably excluded|cannot be safely excluded|cannot entirely be excluded|not completely excluded|not fully excluded|may be present|cannot be excluded|can not be excluded|is not excluded|not excluded|not ruled out|cannot be ruled out|questionable|is suspected|suspected|equivocal|uncertain|is conceivable|doubtful|cannot be confirmed|not entirely excluded|not safely excluded|not reliably excluded|not certain|may be present|is considered|in question|debatable|cannot be excluded with certainty|not definitely excluded|is a possibility|is a consideration|should be considered|remains possible|to be considered",
  probable:
    'probable|probably|likely|most likely|favored|favor|favoring|suggest|suggests|suggesting|suggestive of|presumably|most probably|presumptive|appears to be|in favor of|highly likely|points to|very likely|most in keeping with|indicative of|speaks for|suggested',
  certain:
    'consistent with|compatible with|diagnostic of|in keeping with|typical of|typical for|characteristic of|pathognomonic|representing|represents|definite|confirmed|proven|corresponding to|in line with|in the sense of|due to|known|diagnostic for|classic for|compatible|clearly|unequivocal',
  alternative:
    'alternative|as an alternative|alternatively|less likely|differential|differential diagnosis|versus|vs|over|rather than|or|other considerations|being the alternative|dd|ddx|instead of|not excluded|cannot be excluded|can not be excluded|cannot be ruled out|a differential consideration|remains possible|to be considered',
  historical:
    'history of|status post|previous surgery for|treated|past history|prior history|h o|s p|after previous|removed|resected|clinical history|previously treated',
  hypothetical:
    'if there is|if there be|if the patient develops|if symptoms|in case of|in the event of|should there be|should the patient develop|risk of|at risk for|at risk of|increased risk of|watch for|monitor for|precautions|unless|evaluate for|evaluation for|assess for|assessment for|look for|to look for|looking for|screening for|referred for|clinical suspicion|clinically suspected|prevention of|prophylaxis for',
  family:
    'family history|family history of|mother|father|sister|brother|aunt|uncle|grandmother|grandfather|maternal|paternal|sibling|cousin|relative|first degree relative|familial history of|runs in the family|fh',
  advice:
    'recommend|recommended|recommendation|advise|advised|suggest follow up|follow up in|referral|refer|suggest correlation|clinical correlation|correlate|correlation|correlation with|biopsy is|should be performed|further evaluation|consultation|to be discussed|is warranted|is indicated|repeat mri|control in|control mri|please|no follow up|surveillance|presentation recommended|follow up mri|consider mri|consider biopsy|consult|mdt|tumor board|workup|work up|discussed with|was communicated|stop oral|follow up is|follow up|control|targeted biopsy|biopsy recommended|second look ultrasound|screening|annual|re evaluation|physiotherapy',
  termination:
    'but|however|although|though|except|except for|apart from|aside from|other than|yet|nevertheless|while|whereas|which|that shows|otherwise|besides|still|with the exception of|and there|secondary to|due to|because|only|aside|save for|in addition|beyond|i would|we would|would regard|is regarded|regarded as|interpreted as|i interpret|is judged|judged as|classified as|is rated|rated as|i consider|we consider|explained by|attributed to|attributable to',
  normal:
    'normal|intact|unremarkable|within normal limits|preserved|maintained|clear|patent|regular|no abnormality|slender|unimpaired|inconspicuous|physiologic|physiological|in normal position|continuous|congruent|homogeneous signal|homogeneous in signal|symmetric|symmetrical|is open|are open|is free|are free|well preserved|well aligned|age appropriate|normal for age|appropriate for age|not abnormal|not widened|not enlarged|in place|is anatomic|anatomic alignment|anatomical|adequate|wide enough|sufficiently wide|is wide|are wide|no pathology|in the midline|centered|centred|in normal limits|well maintained|regular width|wnl|satisfactory|is spared|are spared|uncompressed|unaffected|undistorted|aerated|well aerated|pneumatized|well pneumatized|well hydrated|slim|uninvolved|stable alignment|healthy|untorn|is smooth|are smooth|smoothly outlined|capsule smooth|ample|located in the groove|in its groove|in the groove|normally positioned|in normal position|normally located|in its sulcus|open growth plate|growth plate open|foramen wide|canal wide|breast negative|breast is negative|open physis|open physes|equal size|equal in size|regular architecture|normal architecture|still open|capsule respected|is respected|respected|free of tumor|physiologic joint fluid|physiological joint fluid|physiologic fluid|physiological fluid|physiologic amount|physiological amount|thin wall|wall thin|wall is thin|thin walled|delicate wall|not collapsed|insert normally|inserts normally|not conspicuous|bright and homogeneous|without abnormality|without pathology|without finding|without particularity|age related|correct|in continuity|well defined course|tapers normally|tapering normally|normal tapering|tapers smoothly|tapering smoothly|smooth tapering|tapers regularly|unobstructed|not affected|not involved|unobtrusive|terminates|ends at|ends normally|is midline|are midline|nothing abnormal|no abnormal finding|flow voids present|flow void present|normal flow|regular flow|is present throughout|in central position|in orthotopic position|in regular position|in correct position|in anatomic position|in anatomical position|in physiological position|in usual position|orthotopic|lies centrally|lies central|centrally located|centrally placed|lie centrally|firmly attached|well attached|securely attached|normally attached|firmly anchored|within the retromalleolar groove|within the groove|lies in the groove|lie in the groove|lies in its groove|in the sulcus|within its sulcus|adequately wide|sufficiently wide|normally wide|of sufficient width|traceable|can be followed|can be traced|taut|in full continuity|in its full length|regularly configured|regularly shaped|normally configured|normally shaped|normally formed|as usual|as expected|usual|inapparent|vital|viable|well perfused|normally perfused|well covered|unrestricted|widely patent|age typical|typical for age|according to age|commensurate with age|in keeping with age|proportionate to age|of full height|of full thickness and smooth|correctly positioned|correctly aligned|nothing remarkable|not remarkable|free of pathology|free of abnormality|without particular finding|of good quality|well preserved height|well developed',
} as const;

/** Wordings that deny an observation without naming it. */
export const denials: Readonly<Record<string, string>> = {
  'extraprostatic-extension':
    'organ confined|confined to the prostate|confined to the gland|tumor confined|capsule respected|respects the capsule',
  'restricted-diffusion':
    'dwi without restriction|diffusion without restriction|diffusion weighted imaging is negative|diffusion weighted imaging negative|diffusion weighted images normal|diffusion negative|diffusion normal|normal diffusion|diffusion unremarkable|dwi negative|diffusion images normal|diffusion is normal',
  'cord-contact':
    'csf remains present surrounding the cord|csf surrounding the cord|csf surrounds the cord|csf present around the cord|csf remains present around the cord|csf around the cord preserved|preserved csf around the cord|csf is maintained around the cord',
  'midline-shift': 'midline ~ not displaced|midline ~ undisplaced|midline ~ not shifted|midline ~ not deviated',
  extension:
    'does not extend|do not extend|not extend into|not extending into|no extension into|does not reach into|does not grow into|csf cap|cap of csf|cap of fluid',
  dislocation: 'well centered|joint congruity|congruity preserved|articulates normally',
  invasion:
    'no growth into|does not grow into|do not grow into|not growing into|not grow into|no ingrowth|fat plane preserved|fat planes preserved|plane is preserved',
  cholelithiasis: 'stone free|free of stones|free from stones',
  'avascular-necrosis':
    'vital|viable|vascularity preserved|preserved vascularity|sphericity preserved|spherical contour',
  'disc-degeneration': 'well hydrated disc|disc well hydrated|bright nucleus',
  'mass-effect': 'basal cisterns open|cisterns open|cisterns are open',
  fracture: 'no break in the cortex',
  'delayed-myelination':
    'myelination complete|myelination is complete|myelination appropriate|myelination normal|normal myelination|age appropriate myelination|myelination is appropriate|myelination age appropriate|appropriate myelination',
  retropulsion:
    'posterior wall not displaced|posterior wall is not displaced|posterior margin intact|posterior edge intact|posterior wall preserved',
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
collapse @ disc,disc-height = disc-height-loss
obstruction @ kidney = hydronephrosis
obstruction @ bile-duct,cbd = biliary-dilatation
obstruction @ ventricles = hydrocephalus
thinning @ brain = brain-atrophy
defect @ brain = encephalomalacia
iron,calcification,signal-low @ basal-ganglia,dentate = mineralization
iron @ brain = superficial-siderosis
spiculated,irregularity @ vessels = vessel-irregularity
spiculated,irregularity @ cartilage,patellofemoral,medial-compartment,lateral-compartment = cartilage-defect
spiculated,irregularity @ liver-contour = cirrhosis
narrowing,signal-high @ corpus-callosum = callosal-angle
edema,marrow-edema @ symphysis = osteitis-pubis
inflammation,synovitis @ sij = sacroiliitis
edema,marrow-edema,signal-high @ sesamoid = sesamoiditis
infection @ bone,calcaneus,metatarsal,tibia,femur,talus,finger,toe = osteomyelitis
infection @ disc = spondylodiscitis
infection,inflammation @ prostate,peripheral-zone = prostatitis
mass,contact @ nvb = invasion
biliary-dilatation,dilatation @ breast,retroareolar,nipple = duct-ectasia
stone @ portal-vein,hepatic-vein,smv,splenic-vein,vessels,venous-sinus = thrombosis
inflammation @ pancreas = pancreatitis
inflammation @ gallbladder = cholecystitis
bony-union @ lung = lung-opacity
defect @ glenoid = bone-loss
defect @ breast-skin,soft-tissue = ulceration
thinning @ cord = cord-atrophy
atrophy @ cord = cord-atrophy
calcification @ all = dish
thickening @ bowel = bowel-thickening
disc-bulge @ flexor-retinaculum,carpal-tunnel = retinaculum-bowing
thickening @ pulley = trigger-finger
scapholunate-dissociation @ odontoid = atlantoaxial-instability
dislocation,instability @ odontoid = atlantoaxial-instability
cyst @ ovary = ovarian-cyst
enlargement,lymphadenopathy,thickening,metastasis @ lymph-node = lymphadenopathy
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
signal-change,abnormality,signal-high,edema,fatty-infiltration @ endplate = modic
edema,sprain @ ligament,mcl,lcl,collaterals = sprain
edema @ muscle = muscle-edema
edema @ bursa = bursitis
stone @ gallbladder = cholelithiasis
stone @ cbd = choledocholithiasis
stone @ bile-duct = choledocholithiasis
necrosis @ femoral-head,humeral-head,lunate,talus,femoral-condyle,scaphoid = avascular-necrosis
displacement @ vertebra,alignment = listhesis
deformity @ cord = cord-contact
deformity @ vertebra = compression-fracture
deformity @ canal = sac-indentation
fissure @ cartilage,patellofemoral,medial-compartment,lateral-compartment,patella = cartilage-defect
fissure @ disc,annulus = annular-fissure
contact,inflammation @ nerve-root = root-contact
contact @ cord = cord-contact
contact @ canal = sac-indentation
contact @ prostate-capsule = capsular-contact
abnormality,signal-change @ cartilage = cartilage-defect
lesion @ meniscus,tfcc,labrum,rotator-cuff,ligament,acl,pcl,mcl,lcl,sl-ligament,lt-ligament,lateral-ligaments,deltoid-ligament,elbow-ucl,elbow-rcl = tear
involvement @ abdominal-vessels,vessels,seminal-vesicle,pectoral,smv,sma,prostate-capsule,nvb = invasion
collection @ extra-axial = extraaxial-collection
mass,lesion,metastasis,involvement,soft-tissue-mass,invasion @ epidural = epidural-disease
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
atrophy @ hippocampus = hippocampal-sclerosis
atrophy @ brain,cortex = brain-atrophy
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
