/**
 * Words that descriptions of examinations and series are made of, in the languages of DOMAIN 3.7, folded to lower case without
 * accents. What is not here is taken out of a description: a list of what may stay cannot forget a name.
 */
const WORDS = `
a ab abd abdomen abdominal abductor achilles acoustic acq acquired acquisition acromion adc adducted ae after aligned all amp amplitude
anat anatomical anatomy aneurysm angio angiografia angiographie angiography angle ankle anterior aorta ap app apparent arch arm arms art
arterial artery arteries arthro arthrogram artrite asl aspir asset auto autoalign av aval average avg ax axi axial axiaal axials
b back bands base basale basal base beat becken bffe bh biceps bilat bilateral bilatero bile biliary bipolar biparametric birn
blade blanco bleed bliss block blood body bold bolus bone bottom bow brain brainlab brainstem bravo breast breasts breath breathhold bright
brust bssfp bursa bws c calc calculated calf cal calib calibration canal care carotid carotids cart cartilage caudal cavernous cbf cbv ce
center central cerebellum cerebral cervical cervicale cervico ch channel chemsat chest cholangio circle ciss civ clavicle cine cms coccyx
coef coefficient coil col colfa collo colonna color colour columna combined combo comp composed composing con cone contrast contraste cor
coro coronaal coronal coronale corrected cosmic coude cover cow cpa cranial cranium crane csa csf cspine ct ctl cube curved cut cycle
d da dark darkfluid dce de deep def default delay delayed deltoid dess dicom diff diffusion diffusionsgewichtet difusion dir direction
directions dirs disc disco disk dist distal distortion dixon dl dop dopo dorsal double dp drive droit droite dsc dti dual ductal duct ducts
dwi dwibs dyn dynamic dynamics dynamique dynamisch e eadc early echo ecg ed eg elbow elastography elleboog ellbogen ellenbogen empty en
encefalo encephale end enhanced enkel ep epaule epi epi2d epse equilibrium esquerdo est estudio ethrive exam examen exp expiration
exponential ext extremity eye f face facet fast faststir fat fatsat feet femoral femur fetal ffe ffs field fiesta film filt filtered
finger fingers fisp fl fl2d fl3d flair flash flex flow fluid fmri focus foot forearm forefoot foramen forward fossa fov fr frac fractional
free frfse frontal fs fsat fsbb fse fspgr fuss fu full func functional fusion g gad gado gadolinium gadobutrol gadoterate gadavist gadovist
gallbladder gauche gd ge gehirn gelenk general genou ginocchio glenoid gmn grappa gre grade gradient grase great groin h hals halswirbelsaule
hand handgelenk hanche hand haste head heart hemo hep hepatic hepatobiliary herz hi high hindfoot hip hips hippocampus hirn hombro hr hres
hufte humerus hws hyper hypophyse i iac iam ideal idealwater il iliac image images imaging in inc indirect inf inferior inflow inhance inj
inner intermediate internal inv inversion inphase ip ir irm iso isodwi isofse isotropic isthmus it iv j jet joint joints k kardio kidney
kidneys kine km knee knees knie kon kontrast kopf kor koronar krauth l labrum lateral lava late left leg legs leber lendenwirbelsaule les
lesion level lge li lig ligament linke linker links lique liver ll lm lo loc local localiser localizer localizador localizzatore locator locs
lokalizer lombaire lombo long longi low lower ls lspine lt lumbal lumbale lumbar lumbosacral lumbosacrum lung lwk lws m mag magnetic mamma
mammae mano map mapping maps mask mb mdc mdixon mdt me mean med medial mediastinum medic meniscus merge mffe mid middle min mini minip mip mips
mit mm mobi moco mode molli mono mosaic motion moving mp mp2rage mpr mprage mpv mr mra mrcp mre mri mrs mrt mrv ms msk mt mtc mtt multi multiecho
multihance multiphase multiplanar multivane muscle muse myelo myocardial n nach nasal native nativ navi navigated neck nerve nerves neuro
neurocranium no noncontrast non none norm normal nsa null o obl oblique obliq of off ohne old on opp opposed optic or orbit orbita orbital
orbits org original os osg out outphase ov overview p pace pain palate pancreas pankreas parallel paracor parasag paraspinal para parotid part
pasl pass patella pat pause pbp pc pca pcasl pd pdw pec peds pel pelvic pelvis pelvi perf perfusion perfusie perianal peroneal ph phantom phase
phases phys pie pied pilot pit pituitary plain plan plane planes plantar planning plaque plexus plus pns pol poignet portal pos position post
posterior postgd pre precontrast press prep primary pro probe prone propeller proset prost prostata prostate proton protocol prox proximal ps
psir pubis pulm pulmonary pulse pv q qflow qsm quad quadril quick r rachis rad radial rage rapid raw rcbf rcbv re real recall rect rectal
rectum ref reference reformat reformatted refscan reg region regional relcbf relcbv renal repeat rep res resolve resp respiratory rest
restore resting retro reveal ribs right ris rl rm rmn roi rodilla root roots rot rotator routine rs rt run runoff s sacrum sacral sacroiliac
sag sagital sagittal sagittale sagitale saggital sans sat save scan scapula scaphoid schadel schaedel schulter scout screen screenshot se seg
segment segmented seno sein sella semi sense sequence seq ser series set sfov sh shim short shot shoulder si side siemens sin single sinus
sinuses skin skull slab slices slice slow small smart smartbrain sms soft source space spair spalla spc spectro spectroscopy speech spgr
spin spinal spine spir spleen split sprunggelenk spr sp ss ssfp ssfse ssh std ster sternum steam stir stack standard starvibe static status
std1 steel stomach stress stroke study sub subs subtraction sulcus sum sup superior supine supra supraspinatus survey susc suscept sustained svs
sw swan swi swip sym system t t1 t1w t2 t2star t2w tag temp temporal tendon tensor test tfe tfi tfl thigh thin thoracic thorax thrive through
thumb thyroid tibia tilt tilted time timing tir tirm tmax tmj to tobillo toe toes tof tongue top topo toward tra trace tracew tracking tract
trans transverse transversal transversale trauma tricks trig trigger triggered trigeminal true trufi trufisp tse tspine ttp tumor tumour turbo
twist two twk type u uid ultra unenhanced upper uro urography ute uterus v vasc vascular vein veins velocity ven venc venbold venography venous
vert vertebra vertebral vessel vessels vfa vibe vibrant view views vista volume vol vor w wall warp water wb we wb weighted white whole wide willis
wip wirbelsaule with without wo work wrist wwo x xl xr y year z zero zonder zoom zoomit
`;

export const DESCRIPTOR_WORDS: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter((word) => word !== ''));

/** Codes that are no words: "3d", "b1000", "te90", "2mm", "c3", "l5", "s1", "p2", "iso1", "1.5t" and numbers of up to three digits. */
export const DESCRIPTOR_CODES: readonly RegExp[] = [
  /^\d{1,3}$/,
  /^[23]d$/,
  /^b\d{1,4}$/,
  /^(?:te|tr|ti|fa|et)\d{1,5}$/,
  /^\d{1,3}(?:mm|cm|ms|min|sec|dir|dirs|ch|nex|t|x|pl|deg)$/,
  /^[ctls]\d{1,2}$/,
  /^(?:p|sl|g|s|r|k)\d{1,2}$/,
  /^iso\d{0,2}$/,
  /^(?:t1|t2|pd|ep|fl|tfl|spc|tse|se|gre|me|swi|ci|ir)[23]d\d{0,2}$/,
];
