/**
 * Observations of single regions, in the form of `observationTable`. A line that begins with `+` adds wordings to a concept
 * that stands there; every other line is a concept of its own.
 */
export const observationsByRegion = `
# Brain
hyperperfusion(feature) #perfusion !1 : hyperperfusion|hyperperfused|perfusion ~ increase|perfusion ~ elevat|perfusion ~ raised|elevated relative cerebral blood volume|elevated cerebral blood volume|increased cerebral blood volume|cerebral blood volume ~ increase|rcbv ~ elevat|rcbv ~ increase|rcbv ~ raised
hypoperfusion(feature) #perfusion !1 : hypoperfusion|perfusion deficit|perfusion ~ reduced|reduced perfusion|perfusion delay|penumbra|mismatch
suprasellar-extension !1 @sella : suprasellar extension|extend ~ above the sella|extension ~ suprasellar|extend ~ suprasellar|suprasellar growth|suprasellar component|grow ~ above the sella|suprasellar spread
bright-spot !0 @pituitary : posterior pituitary bright spot|posterior lobe bright spot|bright spot ~ posterior|bright spot|neurohypophysis ~ high t1 signal|neurohypophysis ~ high signal|neurohypophysis ~ bright|posterior pituitary ~ bright
hypophysitis < lesion #lesion !2 @pituitary : hypophysitis
apoplexy !2 @pituitary : pituitary apoplexy|apoplexy
+vascular-variant : artery ~ dominant|dominant ~ artery|dominance of the|vertebral ~ dominant|dominant ~ vertebral|fetal type|fetal configuration|fetal pca|fetal posterior cerebral|fetal variant|infundibular origin|infundibulum of the left posterior communicating|infundibulum of the right posterior communicating|infundibulum of the posterior communicating|persistent trigeminal artery|persistent primitive|duplication|aberrant origin|small calibre congenital|azygos aca|pca ~ fetal
+brain-atrophy : volume of the brain ~ reduce
+necrosis : center does not enhance|center ~ not enhance|non enhancing center|nonenhancing center|central non enhancement|no central enhancement|no enhancement of the center
+enhancement : active lesion|active plaque|active demyelination|active demyelinating lesion|active inflammation
+displacement : pushed|bowed
+irregularity : wall irregularity|irregular contour|irregular outline
vessel-irregularity !1 @vessels : vascular irregularity|vessel wall irregularity|beaded vessel|vasculitis|luminal irregularity
dissection !2 @vessels : dissection|dissected|intramural hematoma|mural hematoma|crescent ~ wall|dissecting
+occlusion : no flow|no flow signal|lack of flow|cut off|cutoff|vessel termination|branch occlusion|without flow signal|no antegrade flow
dolichoectasia !0 @basilar : dolichoectasia|dolichoectatic|tortuous basilar|vertebrobasilar ectasia
moyamoya !2 @vessels : moyamoya
arteriovenous-fistula !2 @vessels : arteriovenous fistula|dural fistula|dural arteriovenous fistula|davf|av fistula
telangiectasia !0 @pons : capillary telangiectasia|telangiectasia
arachnoid-granulation !0 @venous-sinus : arachnoid granulation|pacchionian granulation
amyloid !2 @brain : amyloid angiopathy|caa
sulcal-crowding !1 @sulci : crowding of the sulci|sulcus ~ crowd|crowd ~ sulcus|sulcus ~ tight|tight ~ sulcus|sulcus ~ efface|efface ~ sulcus|narrow ~ sulcus|sulcus ~ narrow|narrow csf space|csf space ~ narrow|sulcal effacement|tight high convexity|disproportionately enlarged subarachnoid space|high convexity ~ tight|desh
callosal-angle !0 @corpus-callosum : callosal angle|angle of the corpus callosum
nph < hydrocephalus #hydrocephalus !2 @ventricles : normal pressure hydrocephalus|nph|inph
+hydrocephalus : ventriculomegaly|ventricular enlargement|ventricular dilatation|dilated ventricles|ventricular widening
choroid-plexus-cyst < cyst #lesion !0 @ventricles : choroid plexus cyst|choroid plexus xanthogranuloma|plexus cyst|xanthogranuloma|choroid cyst
choroid-fissure-cyst < cyst #lesion !0 @hippocampus : choroidal fissure cyst|choroid fissure cyst|cyst of the choroid fissure|cyst of the choroidal fissure|hippocampal sulcus remnant
dandy-walker !2 @cerebellum : dandy walker|vermian hypoplasia|vermis hypoplasia
+cortical-dysplasia : ectopic gray matter|gray matter ectopia|transmantle sign|gray white blurring|blurring of the gray white
polymicrogyria !1 @cortex : polymicrogyria|pachygyria|lissencephaly|perisylvian dysplasia
schizencephaly !1 @cortex : schizencephaly|porencephaly|porencephalic cyst
hemimegalencephaly !2 @hemisphere : hemimegalencephaly
delayed-myelination !1 @white-matter : delayed myelination|myelination ~ delay|myelination ~ behind|hypomyelination|immature myelination
tuber !1 @cortex : cortical tuber|tuber|tuberous sclerosis|subependymal nodule|nodules along the ependyma|ependymal nodule
mineralization !0 @basal-ganglia : mineralization of the basal ganglia|basal ganglia mineralization|mineralization ~ basal ganglia|mineral deposition
brain-sagging !2 @brain : brain sagging|sagging of the brain|brainstem sagging|sagging brainstem|slumping of the brainstem
intracranial-hypotension !2 @brain : intracranial hypotension|csf hypotension
intracranial-hypertension !2 @brain : intracranial hypertension|pseudotumor cerebri|raised intracranial pressure|increased intracranial pressure|iih
globe-flattening !1 @orbit : flatten ~ globe|globe ~ flatten|flattened sclera|flattened posterior sclera|sclera ~ flatten
optic-sheath-dilatation !1 @optic-nerve : optic nerve sheath ~ dilat|optic nerve sheath ~ distend|dilat ~ optic nerve sheath|distended optic nerve sheath|wide optic nerve sheath|optic nerve sheath ~ wide|optic nerve sheath distension|prominent optic nerve sheath|prominent perioptic
orbitopathy !1 @orbit : thyroid eye disease|graves orbitopathy|endocrine orbitopathy|thyroid orbitopathy|enlarged extraocular muscle|extraocular muscle ~ enlarge|thickened eye muscle|eye muscle ~ thick|thickened extraocular muscle|extraocular muscle ~ thick
septal-deviation !0 @sinuses : nasal septal deviation|deviated nasal septum|septal deviation|deviated septum|nasal septum ~ deviat|concha bullosa|turbinate hypertrophy
adenoid-hypertrophy !0 @nasopharynx : adenoid hypertrophy|enlarged adenoid|adenoid ~ enlarge|prominent adenoid|adenoidal hypertrophy
tornwaldt < cyst #lesion !0 @nasopharynx : tornwaldt|thornwaldt|tornwaldt cyst|thornwaldt cyst
leukomalacia !1 @periventricular : periventricular leukomalacia|pvl|leukomalacia
hypoxic-injury !2 @brain : hypoxic ischemic injury|hypoxic ischemic encephalopathy|hie|hypoxic injury|anoxic injury|hypoxic ischemic
pres !2 @brain : posterior reversible encephalopathy|posterior reversible encephalopathy syndrome
laminar-necrosis !1 @cortex : laminar necrosis|cortical laminar necrosis
wallerian !0 @brain : wallerian degeneration|corticospinal tract degeneration|pyramidal tract degeneration
axonal-injury !2 @brain : diffuse axonal injury|axonal injury|shearing injury|shear injury
recurrence < mass #lesion !2 : recurrence|recurrent tumor|tumor recurrence|residual tumor|tumor residual|residual disease|local recurrence|recurrent disease
radiation-necrosis #lesion !2 : radiation necrosis|radionecrosis|treatment related change|pseudoprogression|post radiation change|radiation change
+superficial-siderosis : hemosiderin ~ surface|siderosis of the surface|siderosis of the cerebral surface
+infarct : stroke|watershed infarct|borderzone infarct|ischemic event
+old-infarct : post ischemic defect|postischemic defect|ischemic scar|chronic ischemic lesion|post ischemic gliosis
+signal-low : black hole
+white-matter-lesion : gliotic spot|gliotic focus|gliotic foci|unspecific focus of the white matter
hemangioblastoma < mass #lesion !2 : hemangioblastoma
medulloblastoma < mass #lesion !2 @cerebellum : medulloblastoma
ganglioglioma < mass #lesion !2 @brain : ganglioglioma|dnet|dysembryoplastic neuroepithelial tumor
paraganglioma < mass #lesion !2 : paraganglioma|glomus tumor|glomus jugulare
chordoma < mass #lesion !2 : chordoma
neurocytoma < mass #lesion !2 @ventricles : central neurocytoma|neurocytoma|subependymoma
choroid-papilloma < mass #lesion !2 @ventricles : choroid plexus papilloma|plexus papilloma
hypothalamic-hamartoma < lesion #lesion !1 : hypothalamic hamartoma|tuber cinereum hamartoma
cysticercosis !2 @brain : neurocysticercosis|cysticercosis
adem #wm !2 @white-matter : adem|acute disseminated encephalomyelitis
nmo #wm !2 : neuromyelitis optica|nmosd|nmo
+edema : vasogenic edema|perifocal edema|peritumoral edema|perilesional edema|surrounding edema|surrounding vasogenic edema
ependymitis !0 @periventricular : ependymitis granularis|periventricular caps|periventricular rims
labyrinthitis !1 @inner-ear : labyrinthitis|labyrinthine enhancement
canal-dehiscence !1 @inner-ear : canal dehiscence|superior semicircular canal dehiscence
vestibular-aqueduct !1 @inner-ear : enlarged vestibular aqueduct|large vestibular aqueduct|large endolymphatic sac
hippocampal-malrotation !0 @hippocampus : incomplete hippocampal inversion|hippocampal malrotation|malrotation of the hippocampus
alzheimer #dementia !2 @brain : alzheimer|alzheimer's disease|alzheimer disease|alzheimer dementia
frontotemporal-dementia #dementia !2 @brain : frontotemporal dementia|frontotemporal lobar degeneration|pick disease
vascular-dementia #dementia !2 @brain : vascular dementia
+brain-atrophy : brain volume ~ reduce|reduced brain volume|brain volume loss
ventriculitis !2 @ventricles : ventriculitis

+normal-variant : enlarged cisterna magna|cisterna magna ~ enlarge|prominent cisterna magna|wide cisterna magna|wide retrocerebellar|retrocerebellar csf space|cavum septi pellucidi|cavum veli interpositi|blake pouch
+agenesis : corpus callosum ~ absent|corpus callosum ~ missing|dysgenesis of the corpus callosum|callosal dysgenesis|hypogenesis

# Spine
spinal-fusion !0 @spine : anterior cervical discectomy and fusion|acdf|spondylodesis|interbody fusion|interbody cage|spinal fusion|posterior fusion|pedicle screw|screw fixation|pedicle screw fixation|instrumentation|posterior instrumentation|dorsal instrumentation|cage and plate|fused ~ cage|fusion hardware|spinal hardware|plif|tlif|alif|posterolateral fusion|surgical fusion|instrumented fusion|discectomy and fusion
bony-union !0 @bone : solid fusion|solid bony fusion|bony bridging|solid bony bridging|osseous bridging|bony fusion|osseous fusion|osseous consolidation|bony consolidation|fusion ~ solid|fusion ~ consolidat|consolidated fusion|bony union|osseous union|consolidat
hardware-complication !2 @spine : hardware failure|screw loosening|loosening|broken screw
disc-replacement !0 @disc : disc replacement|disc prosthesis|disc arthroplasty|artificial disc
block-vertebra !0 @vertebra : block vertebra|klippel feil|congenital fusion|congenitally fused|congenital block vertebra|segmentation anomaly|butterfly vertebra|hemivertebra
+postoperative : laminotomy|laminotomy defect|hemilaminotomy defect|laminectomy defect|hemilaminectomy defect|craniotomy defect|decompression|microdiscectomy|foraminotomy|state after|after surgery|surgical defect|hemilaminotomy|post operative change
scalloping !0 @vertebra : scalloping|scalloped|vertebral scalloping
limbus !0 @vertebra : limbus vertebra|limbus
congenital-stenosis < stenosis #stenosis !1 @canal : congenitally narrow|congenitally narrow canal|short pedicle|short pedicles constitutional stenosis|constitutional stenosis|developmental stenosis|developmentally narrow|developmentally small|constitutionally narrow|congenital stenosis|congenital narrowing|congenitally small
+syrinx : syringohydromyelia|syringomyelic cavity|dilated central canal of the cord
+arachnoiditis : clumping ~ root|clumped ~ root|clumping of the cauda equina
+disc-herniation : residual disc fragment|disc fragment|recurrent disc fragment|residual disc|recurrent disc|reherniation|re herniation|recurrent or residual disc
pseudomeningocele < collection !1 @canal : pseudomeningocele|csf collection
+schmorl : intravertebral herniation|endplate indentation|endplate depression|endplate infraction|endplate ~ indentation|endplate defect
+retropulsion : fragment ~ into the canal|displaced into the canal|bulge into the canal
vertebroplasty !0 @vertebra : kyphoplasty|vertebroplasty|cement|cement augmentation|augmented vertebra|augmented with cement
+spondylodiscitis : infection ~ disc|disc infection|infected disc|disc space infection|infectious spondylitis
+bone-lesion : marrow replacement|marrow ~ replace|replaced marrow
heterogeneous-marrow !0 @bone-marrow : heterogeneous marrow|inhomogeneous marrow|marrow ~ heterogeneous|marrow ~ inhomogeneous|heterogeneous bone marrow|inhomogeneous bone marrow|patchy marrow|marrow ~ patchy|mottled marrow|marrow heterogeneity|heterogeneous ~ marrow
red-marrow !0 @bone-marrow : red marrow|hematopoietic marrow|marrow reconversion|marrow hyperplasia|hematopoietic marrow hyperplasia|red marrow reconversion|residual red marrow
myeloma < malignancy bone-lesion #lesion !2 @bone : myeloma|multiple myeloma|plasmacytoma
+cord-signal : myelitis|transverse myelitis|cord lesion|spinal cord lesion|cord plaque|long segment cord lesion
cord-atrophy < atrophy #atrophy !1 @cord : cord atrophy|atrophic cord|thin cord|cord ~ atroph|cord ~ thin|atrophic spinal cord
baastrup !0 @spinous-process : baastrup|baastrup disease|kissing spine|interspinous bursitis
+dish : ossification ~ anterior longitudinal ligament|flowing ossification|flowing osteophyte
basilar-invagination !2 @odontoid : basilar invagination|basilar impression|cranial settling
atlantoaxial-instability < instability !2 @odontoid : atlantoaxial instability|atlantoaxial subluxation|atlantodental ~ widen|widened atlantodental interval|atlantoaxial ~ subluxation
pannus < synovitis #synovitis !1 @odontoid : pannus|retrodental pannus|periodontoid pannus|retro odontoid pseudotumor|retroodontoid pseudotumor
+transitional-vertebra : bertolotti|pseudoarticulation|enlarged transverse process
spina-bifida !0 @posterior-element : spina bifida|spina bifida occulta|spinal dysraphism|unfused posterior arch
cord-malformation !2 @cord : diastematomyelia|split cord
ependymoma < mass #lesion !2 : myxopapillary ependymoma
odontoid-variant !1 @odontoid : os odontoideum
+cord-contact : cord touched|cord ~ touch|touch ~ cord|flattens the cord|cord deformed|cord ~ deform|cord ~ displac|displacing the cord
+sac-indentation : touch ~ sac|sac ~ touch|contact ~ sac|csf ~ obliterat|csf ~ efface|efface ~ csf|ventral subarachnoid space ~ obliterat|subarachnoid space ~ efface|ventral csf ~ efface|flatten ~ sac|obliterat ~ csf

# Knee
osgood-schlatter !1 @tibial-tuberosity : osgood schlatter|osgood schlatter disease|osgood schlatter change
sinding-larsen !1 @patella : sinding larsen johansson|sinding larsen|slj lesion|slj
apophysitis !1 @bone : apophysitis|sever disease|traction apophysitis
ramp-lesion < tear #tear !2 @medial-meniscus : ramp lesion|meniscocapsular separation|meniscocapsular tear|meniscocapsular
+postoperative : partial meniscectomy|truncated meniscus|partial resection ~ meniscus|meniscus ~ truncated|truncated ~ meniscus|resection of the meniscus|partially resected meniscus|partial medial meniscectomy|partial lateral meniscectomy
+extrusion-meniscus : meniscus ~ protrude|beyond the tibial margin|meniscus ~ extrude|meniscal subluxation
deep-sulcus !1 @lfc : deep sulcus|deepened sulcus|notch sign|deep ~ condylopatellar sulcus|deep ~ terminal sulcus
+stress-fracture : sifk|subchondral insufficiency fracture|subchondral insufficiency
+cartilage-defect : bald|exposed bone|denuded bone|denuded|denudation|bare bone|cartilage ~ thin|reduced cartilage|cartilage ~ reduce|cartilage softening|chondral softening|cartilage ~ soften|cartilage ~ irregular|chondral irregularity|cartilage irregularity|chondral wear|cartilage wear|chondral fibrillation|cartilage fibrillation|surface fibrillation|chondral delamination|cartilage flap|chondral flap|cartilage ulceration|chondral ulceration|cartilage erosion|chondral erosion|eburnation|cartilage blistering
jumpers-knee < tendinosis #tendon !1 @patellar-tendon : jumper's knee|jumpers knee|jumper knee|patellar tip syndrome
lipoma-arborescens !1 @synovium : lipoma arborescens|synovial lipomatosis
villonodular-synovitis < synovitis mass #lesion !2 : pvns|pigmented villonodular synovitis|villonodular synovitis|tenosynovial giant cell tumor|giant cell tumor of the tendon sheath|gctts|tgct
chondromatosis !1 @synovium : synovial chondromatosis|osteochondromatosis
chondrocalcinosis !0 @joint : chondrocalcinosis|cppd|calcium pyrophosphate
nonossifying-fibroma < lesion #lesion !0 @bone : non ossifying fibroma|nonossifying fibroma|fibrous cortical defect|fibroxanthoma
osteochondroma < lesion #lesion !0 @bone : osteochondroma|cartilaginous exostosis
osteoid-osteoma < lesion #lesion !2 @bone : osteoid osteoma
bone-island < lesion #lesion !0 @bone : bone island|enostosis
giant-cell-tumor < mass #lesion !2 @bone : giant cell tumor|giant cell tumor of bone
aneurysmal-bone-cyst < cyst #lesion !2 @bone : aneurysmal bone cyst
fibrous-dysplasia < lesion #lesion !0 @bone : fibrous dysplasia
paget !1 @bone : paget disease|paget
bipartite-patella !0 @patella : bipartite patella|patella bipartita|bipartite
cyclops !2 @acl : cyclops lesion|cyclops|arthrofibrosis|nodule of scar tissue|scar nodule
+enchondroma : cartilaginous tumor|chondroid tumor|cartilage tumor
morel-lavallee < collection !1 @soft-tissue : morel lavallee

# Shoulder
pasta < tear #tear !2 @supraspinatus : pasta lesion|pasta tear
bone-loss !2 @glenoid : bone loss|glenoid bone loss|osseous defect|bony defect|glenoid defect
+hill-sachs : impression ~ humeral head|impaction deformity|hill sachs impression|hill sachs impaction
+os-acromiale : unfused acromial apophysis|unfused acromion
parsonage-turner !2 @muscle : parsonage turner|brachial neuritis
elastofibroma < lesion #lesion !0 : elastofibroma

# Hip and pelvis
+cam : cam type femoroacetabular impingement|cam impingement|cam type impingement|head neck offset ~ decrease|decreased head neck offset|insufficient offset|loss of head neck offset|decreased offset|femoroacetabular impingement cam
+dysplasia : shallow acetabulum|acetabulum ~ shallow|acetabular undercoverage|undercoverage|acetabular dysplasia|hip dysplasia
athletic-pubalgia !1 @symphysis : athletic pubalgia|sports hernia|core muscle injury|aponeurosis tear|aponeurotic tear|aponeurosis ~ tear|cleft sign
ankylosis !1 @joint : ankylosis|ankylosed|fused sacroiliac|sacroiliac joint ~ fused|fusion of the sacroiliac|bamboo spine|syndesmophyte
+collection : fluid collection ~ omental bursa|fluid ~ omental bursa|fluid ~ lesser sac
+ascites : free pelvic fluid|fluid ~ pouch of douglas|fluid ~ douglas|fluid ~ cul de sac|pelvic free fluid|fluid ~ pelvis|pelvic fluid
endometriosis !2 @ovary : endometriosis|endometriotic|endometriotic implant|deep infiltrating endometriosis
endometrioma < cyst endometriosis #lesion !2 @ovary : endometrioma|endometriotic cyst|endometriosis cyst|chocolate cyst
teratoma < mass #lesion !1 : teratoma|mature teratoma|dermoid cyst|mature cystic teratoma|ovarian dermoid
hemorrhagic-cyst < cyst #lesion !0 : hemorrhagic cyst|hemorrhagic ovarian cyst
hydrosalpinx !1 @ovary : hydrosalpinx|hematosalpinx|dilated fallopian tube|fallopian tube ~ dilat
adenomyosis !1 @uterus : adenomyosis|thickened junctional zone|junctional zone ~ thick
ovarian-cyst < cyst #lesion !0 @ovary : ovarian cyst|adnexal cyst|cyst ~ ovary|corpus luteum|functional cyst
nabothian < cyst #lesion !0 @uterus : nabothian cyst|nabothian
bartholin < cyst #lesion !0 : bartholin cyst|bartholin|gartner cyst|gartner
hydrosalpinx !1 @ovary : hydrosalpinx
fistula !2 : fistula|fistulous tract|sinus tract|intersphincteric tract|transsphincteric tract|fistulous
prolapse-pelvic !1 @pelvis : cystocele|rectocele|enterocele
hydrocele !0 @testis : hydrocele|fluid ~ testis
undescended-testis !1 @testis : undescended testis|cryptorchidism
snapping-hip !1 @iliopsoas : snapping hip
perthes < avascular-necrosis #marrow !2 @femoral-head : perthes|legg calve perthes
slipped-epiphysis !2 @femoral-head : slipped capital femoral epiphysis|scfe|slipped epiphysis
+labral-tear : paralabral tear|labrum ~ detach
myositis !1 @muscle : myositis|muscle inflammation
intramuscular-hematoma < hematoma #bleed !1 @muscle : intramuscular hematoma|muscle hematoma

# Ankle and foot
ligament-scar < sprain #sprain !0 @ligament : ligament scarring|scarred ligament|chronic ligament injury|old ligament injury
plantar-fibroma < lesion #lesion !0 @plantar-fascia : plantar fibroma|plantar fibromatosis|ledderhose|ledderhose nodule
sesamoiditis !1 @sesamoid : sesamoiditis
hallux-valgus !0 @first-mtp : hallux valgus|bunion|valgus ~ great toe|valgus ~ hallux
hallux-rigidus < osteoarthritis #oa !1 @first-mtp : hallux rigidus
freiberg < avascular-necrosis #marrow !1 @metatarsal : freiberg|freiberg infraction|koehler disease|kohler disease
charcot < osteoarthritis #oa !2 @joint : charcot|charcot arthropathy|charcot foot|neuropathic arthropathy|neuroarthropathy|neuropathic osteoarthropathy
+ulceration : skin defect|skin ulcer|soft tissue defect
+hemarthrosis : haemarthros|hemarthros|bloody effusion|lipohaemarthrosis
+lesion : satellite|satellite nodule|satellite lesion|satellite focus
+osteomyelitis : osteitis
soft-tissue-gas !2 @soft-tissue : soft tissue gas|gas ~ soft tissue|soft tissue emphysema|emphysema|gas bubble|air ~ soft tissue
cellulitis < edema #edema !1 @soft-tissue : cellulitis
+impingement : meniscoid lesion|impingement syndrome
plantar-plate < tear #tear !2 @metatarsal : plantar plate tear|plantar plate rupture|plantar plate ~ tear|plantar plate ~ ruptur|plantar plate injury
+osteochondral-lesion : ocl|osteochondral ~ lesion|osteochondral ~ defect
pes-planus !0 @ankle : pes planus|flat foot|flatfoot|pes planovalgus|hindfoot valgus
accessory-muscle !0 @muscle : accessory muscle|peroneus quartus|accessory soleus|anomalous muscle|low lying muscle belly

# Wrist and hand
carpal-instability #instability !1 @wrist : disi|dissi|visi|dorsal intercalated segment instability|dorsal intercalated segmental instability|intercalated segment instability|volar intercalated segment instability|dorsal tilt of the lunate|lunate ~ tilted dorsally|volar tilt of the lunate|carpal instability
+scapholunate-dissociation : gap ~ scapholunate|scapholunate gap|scapholunate interval ~ wide
de-quervain < tenosynovitis #tenosynovitis !1 @first-compartment : de quervain|quervain|quervain tenosynovitis|quervain disease
retinaculum-bowing !0 @carpal-tunnel : bow ~ retinaculum|retinaculum ~ bow|bulge ~ retinaculum|retinaculum ~ bulge
trigger-finger !1 @finger : trigger finger|a1 pulley|pulley ~ thick
pulley-tear < tear #tear !2 @finger : pulley rupture|pulley tear|pulley ~ ruptur|pulley ~ tear|bowstring|bowstringing
+stener : under the adductor aponeurosis|displaced ~ adductor aponeurosis
skiers-thumb < tear #tear !2 @thumb-ucl : skier's thumb|skiers thumb|gamekeeper thumb|gamekeeper's thumb
mallet-finger < avulsion #fracture !1 @finger : mallet finger|mallet|extensor tendon avulsion ~ phalanx
volar-plate < tear #tear !1 @finger : volar plate injury|volar plate tear|volar plate ~ tear|palmar plate rupture|palmar plate ~ ruptur|palmar plate tear|volar plate avulsion
glomus < mass #lesion !1 @finger : subungual glomus|subungual glomus tumor
boutonniere !1 @finger : boutonniere|central slip ~ tear|swan neck
+ulnar-variance : ulna plus configuration|plus variance
+inflammatory-arthritis : inflammatory arthropathy|erosive arthropathy|active arthritis|inflammatory joint disease
tophus !1 : tophus|tophi|tophaceous

# Elbow
panner !1 @capitellum : panner|panner disease
snapping-triceps < dislocation !1 @triceps : snapping triceps|triceps subluxation|triceps ~ subluxation
accessory-anconeus !0 @elbow : anconeus epitrochlearis|accessory anconeus
little-league !1 @elbow : little league elbow|medial epicondyle apophysitis

# Prostate and bladder
+extraprostatic-extension : break ~ capsule|breaks through the capsule|through the capsule|beyond the capsule|perforat ~ capsule
wedge-shaped(feature) !0 : wedge shaped|wedge shape|wedge like
+hemorrhage-biopsy : post biopsy t1|post biopsy signal|biopsy related change
+bph : transition zone hypertrophy|hypertrophied transition zone|hyperplastic change|prostatic enlargement|glandular hyperplasia
catheter !0 : indwelling catheter|urinary catheter|urethral catheter|foley|biliary stent|stent in
utricle-cyst < cyst #lesion !0 @prostate : utricle cyst|prostatic cyst|mullerian cyst|midline prostatic cyst
bladder-tumor < mass #lesion !2 @bladder : bladder tumor|bladder mass|urothelial carcinoma|bladder cancer

# Breast
intramammary-node !0 @breast : intramammary lymph node|intramammary node
+foreign-body : marker clip|biopsy clip|biopsy marker|susceptibility
+duct-ectasia : dilated ducts behind the nipple|dilated retroareolar duct|retroareolar duct ~ dilat
+fibroadenoma : hyalinized fibroadenoma|phyllodes
+nme : non mass like|non mass uptake

# Abdomen
+cirrhosis : undulating contour|undulating surface|contour ~ undulat|surface ~ undulat|lobulated contour|undulating outline|cirrhotic change
worrisome-features !1 @pancreas : worrisome feature|high risk stigmata|high risk feature
+chronic-pancreatitis : chronic inflammation of the pancreas|chronic inflammatory change of the pancreas|signs of chronic inflammation
horseshoe-kidney !0 @kidney : horseshoe kidney|fused kidney|pelvic kidney|duplex kidney|duplicated collecting system
angiomyolipoma < lesion #lesion !0 @kidney : angiomyolipoma|fat containing renal lesion|aml
renal-cancer < carcinoma #lesion !2 @kidney : renal cell carcinoma|renal cell cancer|rcc|hypernephroma
renal-mass < mass #lesion !2 @kidney : renal mass|renal tumor|solid renal lesion|mass ~ kidney
accessory-spleen !0 @spleen : accessory spleen|splenule|splenunculus
splenic-infarct !1 @spleen : splenic infarct|infarction of the spleen
bowel-thickening !1 @bowel : thick ~ ileum|ileum ~ thick|bowel wall thickening|bowel wall ~ thick|thick ~ bowel|thickened bowel|thickened colon
crohn < bowel-thickening !2 @bowel : crohn|crohns disease|crohn's disease|inflammatory bowel disease|terminal ileitis
budd-chiari < thrombosis !2 @hepatic-vein : budd chiari|hepatic vein thrombosis|hepatic vein occlusion
+adenomyomatosis : rokitansky aschoff|aschoff sinus
gallbladder-polyp < lesion #lesion !1 @gallbladder : gallbladder polyp|polyp of the gallbladder|polyp ~ gallbladder
gallbladder-cancer < carcinoma #lesion !2 @gallbladder : gallbladder cancer|gallbladder carcinoma
choledochal-cyst < dilatation #dilatation !2 @cbd : choledochal cyst|caroli
pneumobilia !0 @bile-duct : pneumobilia|air ~ bile duct
ampullary-tumor < mass #lesion !2 @papilla : ampullary mass|ampullary tumor|ampullary carcinoma|tumor of the papilla|papillary tumor
capsular-retraction(feature) !1 @liver : capsular retraction
peritoneal-carcinomatosis < metastasis #lesion !2 @peritoneum : peritoneal carcinomatosis|peritoneal metastasis|omental cake|peritoneal implant
lung-opacity !1 @lung : lung consolidation|consolidation ~ lung|pulmonary consolidation|infiltrate ~ lung|pulmonary infiltrate|atelectasis|ground glass|lower lobe consolidation|consolidation ~ lower lobe
lung-nodule < lesion #lesion !2 @lung : pulmonary nodule|lung nodule
myelolipoma < lesion #lesion !0 @adrenal : myelolipoma
pheochromocytoma < mass #lesion !2 @adrenal : pheochromocytoma
adrenal-hyperplasia !0 @adrenal : adrenal hyperplasia|hyperplasia of the adrenal|thickened adrenal|adrenal ~ thick
+steatosis : fatty change of the liver|fatty liver disease|fat deposition|signal loss on opposed phase|fatty liver infiltration
+cholecystectomy : state after cholecystectomy|post cholecystectomy|postcholecystectomy|gallbladder surgically absent|surgically absent gallbladder|gallbladder ~ surgically absent
`;
