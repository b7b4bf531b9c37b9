/**
 * Anatomy, one structure a line: `code(flag) < what it lies in ~what "normal" denies there : phrases`.
 * Flags: `loose` = a tissue or region that many findings share and that keeps none apart; `part` = a place within a structure.
 * A structure without `~` denies what its parent denies. Phrases are matched by word stem, the longest first.
 */
export const anatomyTable = `
# Brain
brain(loose) ~abnormality : brain|cranial|cerebrum|cerebral|intracranial|brain parenchyma|cerebral parenchyma|intra axial|intraaxial|neuraxis
hemisphere(loose) < brain : hemisphere|hemispheric|cerebral hemisphere
supratentorial < brain : supratentorial|supratentorium
white-matter < brain ~white-matter-lesion : white matter|leukoaraiosis|medullary layer|white substance
periventricular < white-matter : periventricular|around the lateral ventricle|surrounding the ventricle|surrounding the lateral ventricle|next to the ventricle|beside the lateral ventricle|adjacent to the ventricle|bordering the ventricle|close to the ventricle|touching the ventricle|touching the lateral ventricle|abutting the lateral ventricle|along the ventricle|periventricularly|around the ventricular system|callososeptal|at the ventricular margin|paraventricular|beside the ventricle|next to the lateral ventricle|adjacent to the lateral ventricle|around the ventricle|along the lateral ventricle|abutting the ventricle|body of the lateral ventricle|pericallosal|ventricular margin|at the atrium
juxtacortical < white-matter : juxtacortical|touching the cortex|abutting the cortex|reaching the cortex|in contact with the cortex|bordering the cortex|adjacent to the cortex|next to the cortex|close to the cortex|beneath the cortex|cortical and juxtacortical|juxtacortically|u fiber|cortical juxtacortical|leukocortical
subcortical < white-matter : subcortical
deep-white-matter < white-matter : deep white matter|centrum semiovale|semioval center|corona radiata
corpus-callosum < white-matter : corpus callosum|callosal|splenium|genu of the corpus callosum|callosum
callososeptal < corpus-callosum : callososeptal interface|calloso septal
posterior-fossa < brain ~lesion,infarct,old-infarct,hemorrhage : posterior fossa|infratentorial|infratentorium|posterior cranial fossa|infratentorial compartment
cerebellum < posterior-fossa : cerebellum|cerebellar|cerebellar hemisphere|cerebellar white matter|vermis
cerebellar-peduncle < cerebellum : cerebellar peduncle|middle cerebellar peduncle|brachium pontis|peduncle
brainstem < posterior-fossa : brainstem|brain stem
pons < brainstem : pons|pontine|basis pontis
midbrain < brainstem : midbrain|mesencephalon|tectum|tectal|aqueduct
medulla < brainstem : medulla|medulla oblongata|medullary
cpa < posterior-fossa ~lesion : cerebellopontine angle|cerebellopontine cistern|cp cistern|cerebellopontine angle cistern|cpa cistern|fundus of the internal auditory canal|internal acoustic meatus|acoustic canal|auditory canal|meatus|cp angle|cpa|internal auditory canal|internal acoustic canal|internal auditory meatus|iac|porus|inner ear canal|vestibulocochlear nerve|vestibular nerve|cochleovestibular nerve|seventh and eighth nerve complex|cranial nerve viii|eighth cranial nerve|7th and 8th nerve complex|cisternal and canalicular segment
inner-ear < brain : inner ear|cochlea|labyrinth|semicircular canal|membranous labyrinth
ventricles < brain ~hydrocephalus : ventricle|ventricular system|ventricular|lateral ventricle|inner csf space|internal csf space|third ventricle|fourth ventricle|temporal horn|ventricular size|csf space|inner and outer csf space|foramen of monro|foramen monroi|interventricular foramen|frontal horn|occipital horn|anterior horn of the lateral ventricle
sulci < brain ~atrophy : cortical sulcus|cerebral sulcus|outer csf space|external csf space|subarachnoid space|gyrus|cerebral volume|brain volume
basal-cistern < brain : basal cistern|cistern
midline-structure < brain ~midline-shift : midline|midline structure
basal-ganglia < brain ~lesion : basal ganglia|basal ganglion|putamen|caudate|caudate nucleus|globus pallidus|lentiform nucleus|lentiform|striatum|deep gray nucleus|deep gray matter
thalamus < brain ~lesion : thalamus|thalamic
internal-capsule < brain : internal capsule|external capsule|capsule of the brain
frontal < brain : frontal lobe|motor cortex|primary motor cortex|motor strip|precentral gyrus|inferior frontal gyrus|frontopolar|frontal pole|gyrus rectus|supplementary motor area|frontal|frontal convexity|precentral|prefrontal|frontal white matter|superior frontal gyrus|middle frontal gyrus|frontobasal|frontal operculum
parietal < brain : parietal lobe|sensory cortex|somatosensory cortex|postcentral gyrus|parietal lobule|superior parietal lobule|inferior parietal lobule|precuneus|supramarginal gyrus|angular gyrus|parietal|parietal region|postcentral|parietal convexity|high parietal
temporal < brain : temporal lobe|superior temporal gyrus|middle temporal gyrus|inferior temporal gyrus|fusiform gyrus|temporal|temporal pole|temporopolar|anterior temporal
occipital < brain : occipital lobe|visual cortex|calcarine cortex|cuneus|lingual gyrus|occipital|calcarine|occipital pole
frontotemporal < frontal temporal : frontotemporal|fronto temporal
frontoparietal < frontal parietal : frontoparietal|fronto parietal
temporoparietal < temporal parietal : temporoparietal|temporo parietal
parietooccipital < parietal occipital : parietooccipital|parieto occipital
temporooccipital < temporal occipital : temporooccipital|temporo occipital
hippocampus < temporal ~hippocampal-sclerosis : hippocampus|hippocampal|mesial temporal|mesiotemporal|medial temporal|parahippocampal|amygdala|hippocampal formation
insula < brain : insula|insular|sylvian fissure
cortex < brain : cerebral cortex|cortical ribbon|gray matter|cortical mantle
cingulate-gyrus < cortex : cingulate gyrus|cingulate|cingulum
fornix < brain : fornix
septum-pellucidum < midline-structure : septum pellucidum
optic-tract < brain ~atrophy : optic tract
optic-radiation < brain : optic radiation
convexity(loose) < brain : convexity
falx < brain : falx|parafalcine|parasagittal|falcine
tentorium < brain : tentorium|tentorial
sphenoid-wing < brain : sphenoid wing|sphenoid ridge
olfactory-groove < brain : olfactory groove|planum sphenoidale|planum
meninges < brain ~enhancement : meninges|meningeal|leptomeninges|leptomeningeal|pachymeningeal|dura|dural|dural based
extra-axial < brain ~extraaxial-collection : extra axial|extraaxial|extracerebral|subdural space|extracerebral space|extra axial space|extraaxial space
sella < brain ~lesion : suprasellar cistern|sella|sellar|sella turcica|suprasellar|parasellar
pituitary < sella ~adenoma : pituitary|pituitary gland|hypophysis|adenohypophysis|anterior lobe of the pituitary|pituitary lobe
pituitary-stalk < sella ~displacement : infundibulum|pituitary stalk|stalk
chiasm < sella ~compression : optic chiasm|chiasm|chiasma
optic-nerve < orbit ~optic-neuritis : optic nerve|intraorbital optic nerve|optic nerve sheath
orbit < brain ~abnormality : orbit|orbital|globe|intraorbital|extraocular muscle|lacrimal gland|retrobulbar
cavernous-sinus < sella ~invasion : cavernous sinus
cranial-nerve < brain ~lesion : cranial nerve|trigeminal nerve|facial nerve|fifth nerve|abducens nerve|trigeminal root entry zone
pineal < brain : pineal|pineal gland|pineal region
tonsils < posterior-fossa ~tonsillar-ectopia : cerebellar tonsil|tonsil|tonsillar|foramen magnum
craniocervical < brain ~tonsillar-ectopia : craniocervical transition|cranio cervical junction|cranio vertebral junction|occipitocervical junction|cranio cervical transition|craniocervical region|craniocervical junction|craniovertebral junction|cervicomedullary junction|skull base junction|atlanto occipital junction
venous-sinus < vessels ~venous-thrombosis : dural venous sinus|venous sinus|transverse sinus|sigmoid sinus|sagittal sinus|superior sagittal sinus|dural sinus|cerebral vein|cortical vein|venous outflow
vessels(loose) ~occlusion : vessel|flow void|vascular flow void|intracranial vessel|large vessel|artery|arterial|intracranial artery|major vessel|vascular structure|intracranial flow void|vasculature
circle-of-willis < vessels ~occlusion,aneurysm : flow void at the skull base|flow void of the skull base|skull base flow void|skull base artery|basal vascular|circle of willis|basal artery|large intracranial artery|basal vessel|arteries of the skull base|major intracranial artery
ica < circle-of-willis ~occlusion : internal carotid artery|carotid artery|carotid|ica|carotid siphon|carotid terminus
external-carotid < vessels ~occlusion : external carotid artery|external carotid
common-carotid < vessels ~stenosis : common carotid artery|common carotid
mca < circle-of-willis ~occlusion : middle cerebral artery|mca|m1 segment|m1|m2|mca bifurcation|mca territory|media territory
aca < circle-of-willis : anterior cerebral artery|aca|aca territory
pca < circle-of-willis : posterior cerebral artery|pca|pca territory
acom < circle-of-willis : anterior communicating artery|acom|acomm|anterior communicating
pcom < circle-of-willis : posterior communicating artery|pcom|pcomm|posterior communicating
pica < circle-of-willis : pica|posterior inferior cerebellar artery|pica territory
basilar < circle-of-willis ~occlusion : basilar artery|basilar|basilar tip
vertebral-artery < circle-of-willis ~occlusion : vertebral artery|v4 segment|vertebral flow void
sinuses ~sinus-disease : paranasal sinus|sinus|nasal sinus|sinonasal|accessory sinus|paranasal air cell
maxillary-sinus < sinuses : maxillary sinus|maxillary antrum|antrum|maxillary
ethmoid-sinus < sinuses : ethmoid|ethmoid sinus|ethmoid air cell|ethmoidal cell
sphenoid-sinus < sinuses : sphenoid sinus
frontal-sinus < sinuses : frontal sinus
mastoid ~mastoid-effusion : mastoid|mastoid air cell|mastoid cell|middle ear|tympanic cavity
skull ~fracture,lesion : skull|calvarium|calvarial|skull base|cranium|cranial vault|skull vault|scalp|bony skull|diploe
nasopharynx ~lesion : nasopharynx|nasopharyngeal|adenoid
face(loose) ~abnormality : face|facial
lip < face ~lesion : lip
tongue < face ~lesion : tongue
oral-cavity < face ~lesion : oral cavity|floor of the mouth|palate
neck(loose) ~abnormality : cervical soft tissue|soft tissues of the neck
larynx < neck ~lesion : larynx|laryngeal|glottis
middle-cranial-fossa < brain ~lesion : middle cranial fossa|middle fossa
anterior-cranial-fossa < brain ~lesion : anterior cranial fossa|anterior fossa
clivus < skull ~lesion : clivus|clival
cisterna-magna < posterior-fossa : cisterna magna
parotid ~lesion : parotid|parotid gland|salivary gland
thyroid ~lesion : thyroid|thyroid gland

# Spine
spine(loose) ~abnormality : spine|spinal|vertebral column|lumbar|cervical|thoracic|lumbar spine|cervical spine|thoracic spine|lumbosacral|spinal column|dorsal spine|dorsal vertebra|dorsal vertebrae
disc < spine ~disc-herniation,disc-bulge,disc-degeneration : disc|intervertebral disc|discal|intervertebral space|nucleus pulposus
disc-height < disc ~disc-height-loss : disc height|disc space|intervertebral disc space|height of the disc|disc space height|disc heights
annulus < disc ~annular-fissure : annulus|annular|anulus|annulus fibrosus
endplate < vertebra ~modic : endplate|end plate|vertebral endplate|subchondral endplate|inferior endplate|superior endplate|base plate|upper plate
vertebra < spine ~fracture : vertebra|vertebral|vertebral body|vertebral bodies|body heights|lumbar body
vertebral-height < vertebra ~height-loss,fracture : vertebral body height|vertebral height|height of the vertebral body|vertebral body heights|heights of the vertebral bodies
posterior-wall < vertebra ~retropulsion : posterior wall|posterior vertebral wall|posterior cortex|posterior margin of the vertebra|posterior vertebral margin
posterior-element < vertebra : posterior element|neural arch|lamina|pedicle|transverse process|posterior arch|vertebral arch
spinous-process < posterior-element : spinous process|interspinous|baastrup|interspinous space
odontoid < vertebra ~fracture : odontoid|dens|odontoid process|atlantoaxial|atlanto axial|atlantodental
pars < vertebra ~pars-defect : pars interarticularis|pars|interarticular portion|isthmus
facet < spine ~osteoarthritis : facet|facet joint|zygapophyseal|apophyseal joint|zygapophysial|facet articulation|apophyseal|facets|posterior joint|vertebral joint|small vertebral joint
uncovertebral < spine ~osteoarthritis : uncovertebral|uncinate|luschka|uncinate process|uncovertebral joint
ligamentum-flavum < spine ~hypertrophy : ligamentum flavum|flaval ligament|ligamenta flava|yellow ligament|flavum
pll < spine : posterior longitudinal ligament|pll
all < spine : anterior longitudinal ligament
interspinous-ligament < spine ~tear : interspinous ligament|supraspinous ligament|posterior ligamentous complex
canal < spine ~stenosis : spinal canal|central canal|central spinal canal|vertebral canal|canal|thecal sac|dural sac|central spinal|spinal canal width|central stenosis|central narrowing|dural tube
lateral-recess < spine ~stenosis : lateral recess|subarticular recess|subarticular|recess|subarticular zone|lateral recesses|recessal
foramen < spine ~stenosis : foramen|neural foramen|neuroforamen|neuroforamina|neuroforaminal|neural exit foramen|exit foramen|intervertebral foramen|neuroforaminal canal|nerve exit|root canal|exit canal|foramina
nerve-root < spine ~compression : nerve root|root|exiting nerve root|traversing nerve root|descending nerve root|traversing root|exiting root|spinal nerve|nerve|radicular|neural element|neural structure
cauda-equina < spine ~compression : cauda equina|cauda|cauda equina root|roots of the cauda equina|cauda equina nerve root
cord < spine ~cord-signal,cord-compression : spinal cord|cord|myelon|medullary cord|cervical cord|thoracic cord|medulla spinalis|intramedullary
conus < cord ~cord-signal : conus|conus medullaris|conus tip|cone
filum < spine ~filum-lipoma : filum terminale|filum
epidural < spine ~epidural-disease,collection : epidural space|epidural|peridural|extradural|epidural fat
intradural < spine ~lesion : intradural|intrathecal|intraspinal
csf-ring(part) < canal : csf|csf space around the cord|subarachnoid space around the cord|csf cleft|circumferential csf cleft|subarachnoid cleft
paraspinal < spine ~abnormality : paraspinal|paravertebral|paraspinal muscle|paravertebral muscle|multifidus|paraspinal soft tissue|erector spinae|psoas|paravertebral soft tissue|prevertebral soft tissue|prevertebral
alignment < spine ~listhesis : alignment|vertebral alignment|sagittal alignment|segmental alignment|spinal alignment
lordosis < spine ~straightening : lordosis|lordotic curvature|cervical lordosis|lumbar lordosis|lordotic|physiological lordosis
kyphosis-curve < spine ~kyphosis : thoracic kyphosis|kyphotic curvature|kyphotic curve
sij ~sacroiliitis : sacroiliac joint|si joint|sacroiliac|iliosacral joint|sacroiliac joints
sacrum < spine ~fracture : sacrum|sacral|sacral ala|coccyx
aorta ~aneurysm : aorta|aortic|abdominal aorta
retroperitoneum ~abnormality : retroperitoneum|retroperitoneal
lung ~lesion : lung|lung base|pulmonary|lower lobe|basal lung
pleura ~effusion : pleura|pleural|pleural space

# Knee
knee(loose) ~abnormality : knee|knee joint
meniscus < knee ~tear : meniscus|menisci|both menisci
medial-meniscus < meniscus : medial meniscus|inner meniscus|internal meniscus|mm posterior horn|meniscus medialis|medial meniscal
lateral-meniscus < meniscus : lateral meniscus|outer meniscus|external meniscus|lateral meniscal
posterior-horn(part) : posterior horn|posterior third|hind horn
anterior-horn(part) : anterior horn
horn-body(part) : meniscus body|body of the meniscus|pars intermedia|midbody|mid zone|horn body|intermediate zone|body segment
meniscal-root(part) : root attachment|meniscal root|posterior root|root insertion|posterior root attachment
tibial-surface(part) : tibial surface|inferior surface|undersurface|lower surface|inferior articular surface|underside
femoral-surface(part) : femoral surface|superior surface|upper surface
cruciates < knee ~tear,sprain : cruciate|cruciate ligament|both cruciates|cruciates
acl < cruciates : anterior cruciate ligament|anterior cruciate|acl
pcl < cruciates : posterior cruciate ligament|posterior cruciate|pcl
collaterals ~tear,sprain : collateral ligament|collateral|collaterals
mcl < collaterals knee : medial collateral ligament|mcl|medial collateral|tibial collateral ligament|inner ligament|medial ligament
lcl < collaterals knee : lateral collateral ligament|lcl|fibular collateral ligament|lateral collateral|lateral ligament complex of the knee|fibular collateral
posterolateral-corner < knee ~tear : posterolateral corner|posterolateral complex|popliteofibular ligament|arcuate ligament
itb < knee ~abnormality : iliotibial band|iliotibial tract|itb|it band
popliteus < knee ~tear : popliteus|popliteus tendon|popliteal tendon
gastrocnemius < knee ~tear : gastrocnemius|medial head of the gastrocnemius|lateral head of the gastrocnemius|gastrocnemii
soleus ~tear : soleus
plantaris < knee ~tear : plantaris
vastus-medialis < knee ~sprain : vastus medialis oblique|vastus medialis|vmo
vastus-lateralis < knee ~sprain : vastus lateralis
biceps-femoris < knee ~tear : biceps femoris
extensor-mechanism < knee ~tear : extensor mechanism|extensor apparatus|extensor tendons of the knee
quadriceps < extensor-mechanism ~tendinosis,tear : quadriceps|quadriceps tendon
patellar-tendon < extensor-mechanism ~tendinosis,tear : patellar tendon|patellar ligament|ligamentum patellae|patella tendon
patella < patellofemoral ~fracture,cartilage-defect : patella|patellar|kneecap|patellar facet
lateral-facet(part) < patella : lateral facet of the patella|lateral patellar facet|lateral facet
medial-facet(part) < patella : medial facet of the patella|medial patellar facet|medial facet
patellofemoral < knee ~cartilage-defect : patellofemoral|femoropatellar|patellofemoral joint|patellofemoral compartment|retropatellar|anterior compartment of the knee|patello femoral
trochlea < patellofemoral ~trochlear-dysplasia : trochlea|trochlear|trochlear groove|femoral trochlea
mpfl < knee ~tear : medial patellofemoral ligament|mpfl|medial retinaculum|medial patellar retinaculum
retinaculum < knee ~tear : retinaculum|patellar retinaculum|lateral retinaculum
medial-compartment < knee ~cartilage-defect : medial compartment|medial tibiofemoral compartment|medial femorotibial compartment|medial femorotibial|medial tibiofemoral|medial joint compartment|medial joint space|inner compartment
lateral-compartment < knee ~cartilage-defect : lateral compartment|lateral tibiofemoral compartment|lateral femorotibial|lateral tibiofemoral|lateral joint compartment
mfc < medial-compartment femoral-condyle : medial femoral condyle|medial condyle|inner femoral condyle|weight bearing medial femoral condyle
lfc < lateral-compartment femoral-condyle : lateral femoral condyle|lateral condyle
femoral-condyle < knee ~marrow-edema : femoral condyle|condyle
tibial-plateau < knee ~fracture : tibial plateau|tibial head|proximal tibia|tibial condyle
mtp-plateau < medial-compartment tibial-plateau : medial tibial plateau|medial tibial condyle
ltp-plateau < lateral-compartment tibial-plateau : lateral tibial plateau|posterolateral tibial plateau|posterolateral tibia
hoffa < knee ~edema : hoffa|hoffa fat pad|infrapatellar fat pad|fat pad|infrapatellar fat|superolateral hoffa
popliteal-fossa < knee ~baker-cyst : popliteal fossa|popliteal|popliteal space
prepatellar < knee ~bursitis : prepatellar|prepatellar bursa
pes-anserine < knee ~bursitis : pes anserinus|pes anserine
suprapatellar < knee ~effusion : suprapatellar recess|suprapatellar pouch|suprapatellar bursa|suprapatellar
tibfib-proximal < knee : proximal tibiofibular joint
tibial-tuberosity < knee : tibial tuberosity|tibial tubercle
cartilage(loose) ~cartilage-defect : cartilage|chondral|articular cartilage|hyaline cartilage|cartilaginous|articular surface|joint surface|cartilage cover|cartilage coating|chondral surface
joint(loose) ~effusion : joint|articular|intraarticular|intra articular|joint cavity|articulation|joint line
joint-space(loose) < joint ~joint-space-loss : joint space|joint spaces
soft-tissue(loose) ~abnormality : soft tissue|subcutaneous|subcutaneous tissue|subcutaneous fat|surrounding soft tissue
bone(loose) ~fracture,marrow-edema,lesion : bone|skeleton|skeletal|bone structure|bone of the examined region|osseous structure|visualized bone|cortical bone
bone-marrow(loose) < bone ~marrow-edema,lesion : marrow|bone marrow|marrow signal|medullary cavity|bone marrow signal|spongiosa|medullary bone|cancellous bone
subchondral(loose) < bone : subchondral|subchondral bone|subcortical bone|subarticular bone
muscle(loose) ~atrophy,edema : muscle|muscular|musculature|muscle belly|muscle bulk
tendon(loose) ~tear,tendinosis : tendon|tendinous
ligament(loose) ~tear,sprain : ligament|ligamentous
synovium(loose) < joint ~synovitis : synovium|synovial|synovial membrane|synovia
capsule(loose) < joint : capsule|joint capsule|capsular
bursa(loose) ~bursitis : bursa
myotendinous(part) : myotendinous junction|musculotendinous junction|muscle tendon junction

# Words that name another structure in each region, see region.ts; "part" in all others
word-head(part) : head|caput
word-neck(part) : neck|collum
word-body(part) : body|corpus
word-tail(part) : tail
word-cortex(part) : cortex|cortical
word-sulcus(part) : sulcus|groove
word-middle(part) : middle third|middle segment
word-lower(part) : lower third|distal third
word-upper(part) : upper third|proximal third
word-rim(part) : rim
word-pole(part) : lower pole|upper pole|inferior pole|superior pole

# Shoulder
shoulder(loose) ~abnormality : shoulder|shoulder joint
rotator-cuff < shoulder ~tear,tendinosis : rotator cuff|cuff|rotator cuff tendon|remaining cuff|cuff tendon
supraspinatus < rotator-cuff : supraspinatus|supraspinatus tendon|ssp
infraspinatus < rotator-cuff : infraspinatus|infraspinatus tendon|isp
subscapularis < rotator-cuff : subscapularis|subscapularis tendon|ssc
teres-minor < rotator-cuff : teres minor
biceps-long-head < shoulder ~tear,tendinosis,dislocation : long head of the biceps|long head of biceps|biceps long head|lhb|lhbt|long biceps tendon|biceps tendon|bicipital groove|long head biceps|intertubercular groove|bicipital|long head tendon|biceps|biceps pulley
biceps-anchor < labrum : biceps anchor|biceps labral anchor|biceps labral complex
labrum ~labral-tear : labrum|glenoid labrum|acetabular labrum|glenoid lip
superior-labrum < labrum : superior labrum|upper labrum|superior glenoid labrum
anterior-labrum < labrum : anterior labrum|anterior inferior labrum|anteroinferior labrum|anteroinferior glenoid labrum|anterosuperior labrum|anterior glenoid labrum
posterior-labrum < labrum : posterior labrum|posterosuperior labrum|posterior glenoid labrum
glenoid < shoulder ~fracture : glenoid|glenoid rim|glenoid cavity|glenoid fossa
humeral-head < shoulder ~fracture : humeral head|humerus head|proximal humerus|head of the humerus|posterolateral humeral head|posterosuperior humeral head
greater-tuberosity < humeral-head : greater tuberosity|greater tubercle|tuberosity|tuberculum majus
lesser-tuberosity < humeral-head : lesser tuberosity|lesser tubercle
glenohumeral < shoulder ~osteoarthritis : glenohumeral|glenohumeral joint|gh joint
acj < shoulder ~osteoarthritis : acromioclavicular joint|ac joint|acromioclavicular|acj|acromio clavicular joint
acromion < shoulder : acromion|acromial|acromion shape
subacromial < shoulder ~bursitis,impingement : subacromial|subacromial space|subacromial subdeltoid|subdeltoid|subacromial bursa|subacromial subdeltoid bursa|sasd bursa|subdeltoid bursa
coracoid < shoulder : coracoid|coracohumeral|subcoracoid
rotator-interval < shoulder ~capsulitis : rotator interval|rotator cuff interval
axillary-recess < glenohumeral ~capsulitis : axillary recess|axillary pouch|inferior glenohumeral ligament|inferior capsule|axillary capsule
deltoid < shoulder ~tear : deltoid
coracoacromial-ligament < shoulder ~abnormality : coracoacromial ligament|coracoacromial
coracohumeral-ligament < shoulder ~tear : coracohumeral ligament
coracoclavicular-ligament < shoulder ~tear : coracoclavicular ligament|coracoclavicular
glenohumeral-ligaments < shoulder ~tear : glenohumeral ligament|superior glenohumeral ligament|middle glenohumeral ligament
clavicle < shoulder ~fracture : clavicle|distal clavicle|clavicular
scapula < shoulder ~fracture : scapula|scapular
suprascapular-notch < shoulder ~cyst : suprascapular notch|spinoglenoid notch
footprint(part) : footprint|insertion|insertional|foot print|distal attachment|enthesis
articular-side(part) : articular side|articular surface side|articular sided|articular surface tear|joint side|joint sided|deep surface|undersurface of the tendon
bursal-side(part) : bursal side|bursal sided|bursal surface
critical-zone(part) : critical zone|crescent

# Hip and pelvis
hip(loose) ~abnormality : hip|hip joint|coxofemoral
femoral-head < hip ~avascular-necrosis,collapse : femoral head|head of the femur|caput femoris|femoral heads|femur head
femoral-neck < hip ~fracture : femoral neck|neck of the femur|head neck junction|subcapital|head neck offset|femoral head neck junction
acetabulum < hip ~cartilage-defect : acetabulum|acetabular|acetabular rim|acetabular roof|hip socket
hip-labrum < labrum hip : hip labrum
greater-trochanter < hip ~bursitis : greater trochanter|trochanteric|peritrochanteric|trochanter|trochanteric bursa
gluteus-medius < gluteal : gluteus medius
gluteus-minimus < gluteal : gluteus minimus
gluteal < hip ~tear,tendinosis : gluteal|gluteal tendon|abductor tendon|hip abductor|gluteus|abductor
iliopsoas < hip ~bursitis,tear : iliopsoas|iliopsoas tendon|iliopsoas bursa|psoas tendon
hamstring < hip ~tear,tendinosis : hamstring|hamstring origin|hamstring tendon|ischial tuberosity|semimembranosus|ischiocrural|conjoined tendon of the hamstring
adductor < hip ~tear : adductor|adductor longus|adductor origin|rectus adductor aponeurosis
rectus-femoris < hip ~tear : rectus femoris
symphysis < pelvis ~osteitis-pubis : pubic symphysis|symphysis|symphysis pubis|pubic bone
iliac-bone < pelvis ~fracture,lesion : iliac wing|ilium|iliac bone|iliac crest|iliac wings
ischium < pelvis ~fracture : ischium|ischial
pubic-ramus < pelvis ~fracture : pubic ramus|pubic rami|inferior pubic ramus|superior pubic ramus
ligamentum-teres < hip ~tear : ligamentum teres|ligament of the femoral head|round ligament|ligamentum capitis femoris|ligament of the head of the femur
sciatic-nerve ~compression : sciatic nerve|sciatic
piriformis ~abnormality : piriformis
ischiofemoral < hip ~impingement : ischiofemoral|quadratus femoris
femur(loose) < bone : femur|femoral|femoral shaft|femoral diaphysis
tibia(loose) < bone : tibia|tibial
fibula < bone : fibula|fibular
humerus(loose) < bone : humerus|humeral
pelvis(loose) ~abnormality : pelvis|pelvic|small pelvis|pelvic cavity
weight-bearing(part) : weight bearing|weight bearing portion|weight bearing surface|weight bearing zone|loaded zone|load bearing

# Ankle and foot
ankle(loose) ~abnormality : ankle|ankle joint|foot|hindfoot
tibiotalar < ankle ~effusion,cartilage-defect : tibiotalar|talocrural|upper ankle joint|tibiotalar joint|talocrural joint|ankle mortise
subtalar < ankle ~effusion,osteoarthritis : subtalar|subtalar joint|talocalcaneal|lower ankle joint|posterior subtalar
talus < ankle ~osteochondral-lesion : talus|talar
talar-dome < talus : talar dome|talar shoulder|dome of the talus|trochlea of the talus|talus dome|shoulder of the talus|dome of talus|medial talar dome|lateral talar dome|talar trochlea|talus shoulder
atfl < lateral-ligaments : anterior talofibular ligament|atfl|anterior talofibular|ant talofibular ligament
cfl < lateral-ligaments : calcaneofibular ligament|cfl|calcaneofibular
ptfl < lateral-ligaments : posterior talofibular ligament|ptfl|posterior talofibular
lateral-ligaments < ankle ~tear,sprain : lateral ligament complex|lateral ligament|lateral ankle ligament|lateral collateral ligament complex of the ankle|outer ligament
deltoid-ligament < ankle ~tear,sprain : deltoid ligament|medial ankle ligament|deltoid ligament complex|tibiotalar deltoid|deep deltoid|superficial deltoid
syndesmosis < ankle ~tear,sprain : syndesmosis|syndesmotic|syndesmotic ligament|tibiofibular ligament|anterior inferior tibiofibular ligament|aitfl|high ankle|anterior syndesmosis|distal tibiofibular|anterior tibiofibular ligament
spring-ligament < ankle ~tear : spring ligament|calcaneonavicular ligament|plantar calcaneonavicular
achilles < ankle ~tear,tendinosis : achilles|achilles tendon|tendo achillis|tendoachilles|calcaneal tendon
achilles-mid(part) : midportion|mid portion|watershed zone|mid substance|midsubstance
retrocalcaneal < ankle ~bursitis : retrocalcaneal|retrocalcaneal bursa
plantar-fascia < ankle ~plantar-fasciitis : plantar fascia|plantar aponeurosis|plantar fascial
calcaneus < ankle ~fracture : calcaneus|calcaneal|heel bone|os calcis|heel
sinus-tarsi < ankle ~edema : sinus tarsi|tarsal sinus
tarsal-tunnel < ankle ~lesion : tarsal tunnel
talonavicular < ankle ~effusion,osteoarthritis : talonavicular|talonavicular joint|talonavicular articulation
calcaneocuboid < ankle ~effusion,osteoarthritis : calcaneocuboid|calcaneocuboid joint|calcaneocuboid articulation
naviculocuneiform < ankle ~osteoarthritis : naviculocuneiform|naviculocuneiform joint|naviculocuneiform articulation
intercuneiform < ankle ~osteoarthritis : intercuneiform|intercuneiform articulation
kagers-fat < ankle ~edema : kager fat|kager|kagers fat|kager s fat|kager fat pad|pre achilles fat
retromalleolar-groove < ankle : retromalleolar groove|retromalleolar sulcus|retromalleolar
bifurcate-ligament < ankle ~tear : bifurcate ligament
peroneal-retinaculum < ankle ~tear : superior peroneal retinaculum|inferior peroneal retinaculum|peroneal retinaculum
extensor-digitorum-brevis < ankle ~edema : extensor digitorum brevis
plantar-muscles < ankle ~atrophy : plantar muscle|intrinsic muscle|intrinsic plantar muscle
plantar-plate < ankle ~tear : plantar plate
peroneal < ankle ~tear,tenosynovitis,tendinosis : peroneal tendon|peroneal|peroneus|fibularis|peroneal tendons|fibular tendon
peroneus-brevis < peroneal : peroneus brevis|peroneal brevis|fibularis brevis|brevis tendon
peroneus-longus < peroneal : peroneus longus|fibularis longus|peroneal longus
tibialis-posterior < ankle ~tear,tenosynovitis,tendinosis : tibialis posterior|posterior tibial tendon|posterior tibialis|posterior tibial|ptt|tibialis posterior tendon
tibialis-anterior < ankle ~tear,tendinosis : tibialis anterior|anterior tibial tendon|anterior tibialis|extensor tendons of the ankle
fhl < ankle ~tear,tenosynovitis : flexor hallucis longus|fhl|flexor hallucis
fdl < ankle ~tear,tenosynovitis : flexor digitorum longus|fdl
navicular < ankle ~fracture : navicular|navicular bone|tarsal navicular
cuboid < ankle ~fracture : cuboid
cuneiform < ankle ~fracture : cuneiform
lisfranc < ankle ~tear : lisfranc|lisfranc ligament|tarsometatarsal
synchondrosis(part) : synchondrosis
metatarsal < ankle ~fracture : metatarsal|metatarsus|metatarsal head|metatarsal shaft
intermetatarsal < ankle ~morton-neuroma : intermetatarsal|interdigital|web space|intermetatarsal space
first-mtp < ankle ~osteoarthritis : first metatarsophalangeal|mtp joint|metatarsophalangeal|great toe|hallux
malleolus < ankle ~fracture : malleolus|malleolar|lateral malleolus|medial malleolus|distal fibula|tip of the fibula
os-trigonum < ankle : os trigonum|posterior talar process|stieda
distal-tibia < ankle ~fracture : distal tibia|tibial plafond|plafond

# Wrist and hand
wrist(loose) ~abnormality : wrist|carpal|carpus|hand
tfcc < wrist ~tear : triangular fibrocartilage|triangular fibrocartilage complex|tfcc|tfc|triangular fibrocartilage disc|tfc disc|tfcc disc|articular disc|ulnocarpal disc|discus triangularis|triangular disc|triangular cartilage|disc proper
tfcc-foveal(part) < tfcc : foveal attachment|foveal|ulnar attachment|styloid attachment
sl-ligament < wrist ~tear : scapholunate ligament|sl ligament|scapholunate|scapho lunate|scapholunate interval|slil|sl interval|scapholunate gap|scapholunate joint
lt-ligament < wrist ~tear : lunotriquetral ligament|lt ligament|lunotriquetral|lunatotriquetral|luno triquetral
scaphoid < wrist ~fracture : scaphoid|navicular of the wrist|scaphoid bone
scaphoid-waist(part) < scaphoid : waist
scaphoid-proximal(part) < scaphoid : proximal pole
scaphoid-distal(part) < scaphoid : distal pole
lunate < wrist ~avascular-necrosis : lunate|lunate bone|os lunatum
triquetrum < wrist ~fracture : triquetrum|triquetral
capitate < wrist ~fracture : capitate
hamate < wrist ~fracture : hamate|hook of the hamate
pisiform < wrist ~osteoarthritis : pisiform|pisotriquetral
trapezium < wrist : trapezium|trapezoid
first-cmc < wrist ~osteoarthritis : first carpometacarpal|first cmc|thumb base|base of the thumb|cmc joint|trapeziometacarpal|thumb carpometacarpal|carpometacarpal joint of the thumb|first cmc joint|saddle joint of the thumb|thumb saddle joint|stt joint|scaphotrapeziotrapezoid
druj < wrist ~instability,effusion : distal radioulnar joint|druj|radioulnar joint|distal radioulnar|distal radio ulnar joint
distal-radius < wrist ~fracture : distal radius|radius|radial styloid|radial metaphysis
radiocarpal < wrist ~osteoarthritis,effusion : radiocarpal|radiocarpal joint|radioscaphoid
ulna < wrist : ulna|ulnar styloid|ulnar head|distal ulna
ulnocarpal < wrist ~ulnar-impaction : ulnocarpal|ulnolunate
ecu < extensor-tendons : extensor carpi ulnaris|ecu|sixth extensor compartment|sixth compartment
first-compartment < extensor-tendons : first extensor compartment|first dorsal compartment|de quervain|abductor pollicis longus|apl|extensor pollicis brevis
second-compartment < extensor-tendons : second extensor compartment|second dorsal compartment|extensor carpi radialis
extensor-tendons < wrist ~tenosynovitis,tear : extensor tendon|extensor compartment|extensor|dorsal compartment
flexor-tendons < wrist ~tenosynovitis,tear : flexor tendon|flexor|finger flexor|flexor digitorum
fcr < flexor-tendons : flexor carpi radialis|fcr
fcu < flexor-tendons : flexor carpi ulnaris|fcu
carpal-tunnel < wrist ~compression : carpal tunnel|carpal canal
median-nerve < carpal-tunnel ~compression,nerve-swelling : median nerve|nervus medianus
ulnar-nerve ~nerve-swelling,compression : ulnar nerve|cubital tunnel|ulnar sulcus|guyon canal|nervus ulnaris
radial-nerve ~nerve-swelling : radial nerve|posterior interosseous nerve
thumb-ucl < wrist ~tear : ulnar collateral ligament of the thumb|skier|stener
metacarpal < wrist ~fracture : metacarpal
finger < wrist : finger|phalanx|phalangeal|digit

# Elbow
elbow(loose) ~abnormality : elbow|elbow joint
common-extensor < elbow ~tendinosis,tear : common extensor|common extensor origin|common extensor tendon|extensor origin|extensor carpi radialis brevis|ecrb|lateral epicondyle|radial epicondyle|extensor tendon origin|common extensor tendon origin|epicondylar extensor
common-flexor < elbow ~tendinosis,tear : common flexor|common flexor origin|common flexor tendon|flexor origin|medial epicondyle|ulnar epicondyle|flexor pronator|common flexor pronator|flexor tendon origin|flexor pronator origin
elbow-ucl < elbow collaterals ~tear,sprain : ulnar collateral ligament|ucl|anterior bundle|medial ulnar collateral ligament
elbow-rcl < elbow collaterals ~tear : radial collateral ligament|rcl|lateral ulnar collateral ligament|lucl
distal-biceps < elbow ~tear,tendinosis : distal biceps|distal biceps tendon|distal biceps brachii|bicipitoradial|radial tuberosity|biceps insertion|bicipitoradial bursa
triceps < elbow ~tear,tendinosis : triceps|triceps tendon
brachialis < elbow ~tear : brachialis
olecranon < elbow ~bursitis : olecranon|olecranon bursa|olecranon fossa
radial-head < elbow ~fracture : radial head|radius head|radial neck
capitellum < elbow ~osteochondral-lesion : capitellum|capitulum|capitellar
coronoid < elbow ~fracture : coronoid|coronoid process
radiocapitellar < elbow ~osteoarthritis : radiocapitellar|radiohumeral|humeroradial
ulnohumeral < elbow ~osteoarthritis : ulnohumeral|humeroulnar|ulnotrochlear

# Prostate and male pelvis
prostate(loose) ~abnormality : prostate|prostatic|prostate gland|gland
peripheral-zone < prostate ~lesion : peripheral zone|pz
transition-zone < prostate ~lesion : transition zone|transitional zone|tz|central gland|transitional
central-zone < prostate : central zone of the prostate
anterior-stroma < prostate : anterior fibromuscular stroma|afms|anterior stroma|fibromuscular stroma
apex(part) : apex|apical
midgland(part) : midgland|mid gland|mid third|middle of the gland|mid zone of the prostate|mid prostate
prostate-base(part) : base
prostate-capsule < prostate ~extraprostatic-extension : prostatic capsule|prostate capsule|capsule of the prostate|prostatic margin
seminal-vesicle ~seminal-vesicle-invasion : seminal vesicle|vesicle|seminal
nvb ~invasion : neurovascular bundle|nvb
rectum ~abnormality : rectum|rectal|mesorectal|mesorectum
bladder ~lesion : bladder|urinary bladder|bladder wall|vesical
urethra < prostate : urethra|urethral
lymph-node ~lymphadenopathy : lymph node|node|nodes|lymphatic|pelvic lymph node|nodal station|iliac lymph node|obturator node|pelvic node|lymphadenopathy|adenopathy
axilla-node < lymph-node axilla : axillary lymph node|axillary node|level i lymph node
internal-mammary-node < lymph-node : internal mammary lymph node|internal mammary node|internal mammary|parasternal lymph node
axilla ~lymphadenopathy : axilla|armpit
uterus ~lesion : uterus|uterine|myometrium
endometrium < uterus ~thickening,lesion : endometrium|endometrial|endometrial stripe|endometrial cavity|uterine cavity
ovary ~lesion : ovary|ovarian|adnexa|adnexal
testis ~lesion : testis|testicular|scrotum

# Breast
breast(loose) ~abnormality : breast|mammary|breast tissue|breast parenchyma
fgt < breast : fibroglandular tissue|fibroglandular|glandular tissue|breast density|parenchymal density|fgt|amount of fibroglandular tissue|glandular density
breast-background < breast : background parenchymal enhancement|background enhancement|bpe|parenchymal background enhancement
upper-outer(part) < breast : upper outer|upper outer quadrant|uoq|superolateral quadrant|upper lateral quadrant
upper-inner(part) < breast : upper inner|upper inner quadrant|uiq|superomedial quadrant
lower-outer(part) < breast : lower outer|lower outer quadrant|loq|inferolateral quadrant
lower-inner(part) < breast : lower inner|lower inner quadrant|liq|inferomedial quadrant
retroareolar(part) < breast : retroareolar|subareolar|behind the nipple|retromamillary|retro areolar
nipple < breast ~retraction : nipple|nipple areolar complex|areola|mamilla
breast-skin < breast ~thickening : skin|cutis
pectoral ~invasion : pectoral muscle|pectoralis|pectoral|chest wall|thoracic wall|pectoralis muscle
implant < breast ~implant-rupture : implant|breast implant|prosthesis|silicone implant

# Abdomen
liver(loose) ~lesion : liver|hepatic|liver parenchyma|hepatic parenchyma
right-lobe < liver : right lobe|right hepatic lobe|right lobe of the liver|right liver lobe
left-lobe < liver : left lobe|left hepatic lobe|left lobe of the liver|left liver lobe
caudate-lobe < liver : caudate lobe
liver-dome(part) < liver : liver dome|hepatic dome|dome of the liver
liver-segment(loose) < liver : segment|liver segment|hepatic segment
liver-contour < liver ~cirrhosis : liver contour|hepatic contour|liver surface|liver margin|liver outline
bile-duct ~dilatation : bile duct|biliary|bile ducts|biliary tree|biliary system|biliary tract|intra and extrahepatic bile duct|duct system|biliary ductal
intrahepatic-ducts < bile-duct : intrahepatic bile duct|intrahepatic duct|intrahepatic biliary|intrahepatic|intrahepatic biliary tree|peripheral bile duct
cbd < bile-duct : common bile duct|cbd|choledochus|common duct|ductus choledochus|extrahepatic duct|dhc|distal common bile duct|common hepatic duct
hepatic-hilum < bile-duct : hilum|hilar|hepatic hilum|porta hepatis|biliary confluence|hepatic duct confluence|perihilar|hepatic confluence
cystic-duct < bile-duct : cystic duct
papilla ~lesion : papilla|ampulla|ampullary|papillary|papilla of vater|ampulla of vater
gallbladder ~cholelithiasis,cholecystitis : gallbladder|gall bladder
gallbladder-neck(part) < gallbladder : gallbladder neck|infundibulum of the gallbladder|gallbladder fundus
pancreas(loose) ~abnormality : pancreas|pancreatic|pancreatic parenchyma
pancreatic-head < pancreas : pancreatic head|head of the pancreas|caput pancreatis|pancreas head
uncinate < pancreas : uncinate process of the pancreas|uncinate process pancreas|pancreatic uncinate
pancreatic-neck < pancreas : pancreatic neck|neck of the pancreas
pancreatic-body < pancreas : pancreatic body|body of the pancreas|corpus pancreatis|body of pancreas
pancreatic-tail < pancreas : pancreatic tail|tail of the pancreas|pancreas tail|cauda pancreatis
pancreatic-duct < pancreas ~dilatation : pancreatic duct|main pancreatic duct|mpd|wirsung|main duct|ductus pancreaticus|duct of wirsung|wirsungian duct
side-branch(part) < pancreas : side branch|branch duct
peripancreatic < pancreas ~collection : peripancreatic|peripancreatic fat|around the pancreas|lesser sac
abdominal-vessels(loose) < vessels ~occlusion : mesenteric vessel|peripancreatic vessel|splanchnic vessel
portal-vein < abdominal-vessels ~thrombosis : portal vein|portal|portal venous|main portal vein
hepatic-vein ~thrombosis : hepatic vein|liver vein|hepatic vessel|liver vessel
splenic-vein ~thrombosis : splenic vein
smv < abdominal-vessels ~invasion,thrombosis : superior mesenteric vein|smv|mesenteric vein
sma < abdominal-vessels ~invasion : superior mesenteric artery|sma|celiac|celiac axis|coeliac trunk|celiac trunk|mesenteric artery
ivc ~thrombosis : inferior vena cava|ivc|vena cava
spleen ~splenomegaly : spleen|splenic
kidney ~lesion,hydronephrosis : kidney|renal
adrenal ~lesion : adrenal|adrenal gland|suprarenal
stomach ~abnormality : stomach|gastric
duodenum ~abnormality : duodenum|duodenal
bowel ~abnormality : bowel|intestine|intestinal|colon|small bowel
peritoneum ~ascites : peritoneum|peritoneal|abdominal cavity|abdomen|intraperitoneal
`;
