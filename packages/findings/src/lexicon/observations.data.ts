/**
 * Observations, one concept a line: `code(flag) < wider concept #family !weight @where it lies by itself : phrases`.
 * Two concepts of one family are two readings of one abnormality (a difference in diagnosis); a wider concept agrees with a
 * narrower one (herniation, extrusion); concepts of no common family are two findings.
 * Weight: 2 bears on treatment or follow-up, 1 may when it is more than mild, 0 does not. Flag `feature`: describes another
 * finding (signal, enhancement, margins); when only one report gives it, that is no difference.
 */
export const observationTable = `
# General
interval-change(feature) !1 : size change over time
measured(feature) !0 : measured extent
assessment #assessment !1 : assessment category
abnormality(generic) !0 : abnormality|suspicious finding|abnormal finding|significant finding|relevant finding|pathological finding|pathology|pathologic finding|abnormal finding|change|changes|alteration|pathological change|abnormal|acute finding|acute process|acute pathology|acute abnormality|abnormal process
lesion #lesion !1 : lesion|focus|focal lesion|focality|spot|area of abnormality|nodule|nodular|space occupying lesion|focal finding|patch|plaque|foci of signal
mass < lesion #lesion !2 : mass|tumor|mass lesion|space occupying process|tumorous|tumor mass|neoplasm|neoplastic|neoplasia|solid component|mural nodule|solid nodule
soft-tissue-mass < mass #lesion !2 @soft-tissue : soft tissue mass|soft tissue tumor|extraosseous component|soft tissue component|extraosseous extension|soft tissue extension|extraosseous tumor
malignancy < mass #lesion !2 : malignancy|malignant|malign
sarcoma < malignancy #lesion !2 : sarcoma|chondrosarcoma|osteosarcoma|liposarcoma|ewing sarcoma|synovial sarcoma
metastasis < malignancy #lesion !2 : metastasis|secondary deposit|metastatic lesion|secondaries|metastatic disease|metastatic deposit
cyst < lesion #lesion !0 : cyst|cystic lesion|cystic change|cystic focus|cystic area|simple cyst
hemangioma < lesion #lesion !0 : hemangioma|haemangioma|angioma
lipoma < lesion #lesion !0 : lipoma|lipomatous lesion|fatty mass|intradural fat
abscess < lesion collection #lesion !2 : abscess|empyema|phlegmon|phlegmonous
collection !2 : collection|fluid collection|seroma
epidural-disease !2 @epidural : epidural extension|epidural spread|epidural involvement|epidural tumor|epidural mass|epidural component
hematoma < hemorrhage !1 : hematoma|hemorrhagic collection
hemorrhage #bleed !2 : hemorrhage|bleed|bleeding|hemorrhagic|blood product|blood|hemosiderin|hemosiderin deposit
edema #edema !1 : edema|edematous|swell|swelling|oedema|oedematous|sinus tarsi syndrome
mass-effect(feature) !1 : mass effect|space occupying effect|displaced midline|shift of structures
enhancement(feature) #enhancement !1 : enhance|enhancement|enhancing|contrast uptake|uptake of contrast|takes up contrast|contrast enhance|gadolinium uptake|contrast accumulation|hypervascular|hyperenhancement|gadolinium enhancement|contrast medium uptake|postcontrast enhancement
signal-high(feature) #signal !0 : hyperintense|hyperintensity|high signal|increased signal|bright|t2 bright|elevated signal|high t2 signal|signal increase|increased t2 signal|t2 hyperintense|bright signal|signal elevation|raised signal|hyperintensity focus|signal hyperintensity|high intensity signal|high signal intensity|increased signal intensity|increased intensity|bright signal intensity|hyperintense signal|high intensity|signal ~ increased|signal intensity ~ increased|hyperdense|hyperdensity|high density|hyperattenuating
signal-low(feature) #signal !0 : hypointense|hypointensity|lost signal|low signal|decreased signal|dark|t1 dark|reduced signal|signal loss|signal drop|signal dropout|low intensity signal|low signal intensity|low intensity|hypointense signal|decreased signal intensity|low attenuation|hypoattenuation|hypoattenuating|hypodense|hypodensity|low density
signal-change(feature) #signal !0 : signal change|signal alteration|signal abnormality|abnormal signal|altered signal|signal disturbance|signal intensity change|signal anomaly|inhomogeneous signal|signal irregularity|signal inhomogeneity|linear signal|intermediate signal|heterogeneous signal
restricted-diffusion(feature) #infarct !2 : restricted diffusion|diffusion restriction|diffusion restricted|restrict diffusion|reduced diffusion|dwi hyperintensity|dwi bright|low adc|restricts diffusion|abnormal diffusion|diffusion abnormality|high b value signal|impeded diffusion|diffusion disturbance|diffusion change|diffusion signal|disturbed diffusion
necrosis(feature) !1 : necrosis|necrotic
calcification !0 : calcification|calcified|calcific deposit|calcium|ossification|ossified
fluid !0 : fluid|liquid
inflammation #edema !1 : inflammation|inflammatory change|inflammatory|inflamed|irritation
scar(feature) !0 : scar|scarring|scar tissue|fibrosis|fibrotic|granulation tissue|cicatricial
postoperative !0 : postoperative|postsurgical|status post|post surgical|surgical change|postoperative change|operated|resection|previous surgery|craniotomy|laminectomy|postoperative defect|post treatment|surgical clip|hemilaminectomy|discectomy|resection cavity|meniscectomy|reconstruction|plasty|arthroplasty|fusion|replacement|excision|removal|prostatectomy|mastectomy|lumpectomy|partial resection|plate and screw
foreign-body !0 : foreign body|susceptibility artifact|metal artifact|artifact
thickening #thickening !0 : thickening|thickened|thicken|thick|pachy
thinning #cartilage !1 : thinning|thinned|thin|attenuated
atrophy #atrophy !1 : atrophy|atrophic|volume loss|loss of volume|wasting|shrunken|parenchymal loss|tissue loss|neuronal loss|loss of bulk|muscle bulk ~ reduced|reduced volume|volume reduction|reduced in volume
fatty-infiltration #atrophy !1 : fatty infiltration|fatty degeneration|fatty replacement|fatty atrophy|fat replacement|goutallier|fatty change|steatotic change of the muscle
enlargement #enlargement !1 : enlarge|enlarged|enlargement|increased in size|expanded|prominent|hypertrophic enlargement|enlargement of|expansion|expansile
hypertrophy < thickening #thickening !0 : hypertrophy|hypertrophic|buckling|infolding|hypertrophied
narrowing #stenosis !1 : narrowing|narrow|narrowed|constriction|constricted|tight|tightness|encroachment|compromise|encroaching
stenosis < narrowing #stenosis !1 : stenosis|stricture|stenotic|stenosis of|spinal claudication stenosis
dilatation #dilatation !1 : dilatation|congested|dilated|dilation|ectasia|ectatic|widened|distended|distension|distention|wide|widening|prominent duct
displacement(feature) !1 : displacement|displaced|deviation|deviated|shifted|dislodged
irregularity(feature) #margin !1 : irregularity|surface irregularity|contour irregularity
separation(feature) !1 : separation|separated|diastatic
deformity < abnormality !1 : deformity|malunion|contour deformity
elongation(feature) !0 : elongation|elongated|tortuosity|tortuous
malformation !1 : malformation|dysgenesis|dysgensis|congenital anomaly|congenital abnormality|malformed|beaked|dysmorphic
agenesis < malformation !1 : agenesis|congenital absence|aplasia of the|absent corpus callosum|callosal agenesis
hypoplasia < malformation !0 : hypoplasia|hypoplastic|underdeveloped
normal-variant !0 : anatomic variant|congenital variant|developmental variant|sublabral foramen|sublabral recess|buford complex|cavum septum pellucidum|cavum velum interpositum|cavum vergae|mega cisterna magna
invasion !2 : invasion|arterial involvement|vascular involvement|vascular invasion|vessel involvement|nodal involvement|encased|invades|invade|infiltrates|infiltration|infiltrate|encasement|encases|invaded|breach|infiltrating|surrounded by tumor|surrounded by the tumor
involvement(feature) !1 : involvement|involve|involving
extension(feature) < involvement !1 : extension|intracranial extension|extradural extension
stranding(feature) #edema !1 : stranding|fat stranding
thrombosis !2 : thrombosis|thrombus|clot|thrombosed
venous-thrombosis < thrombosis !2 @venous-sinus : sinus thrombosis|sinus vein thrombosis|cerebral venous thrombosis|venous sinus thrombosis|dural sinus thrombosis
occlusion !2 : occlusion|occluded|absent flow void|absence of flow|loss of flow void|loss of normal flow void|flow void ~ loss|flow void ~ absent|flow void ~ lost|flow void ~ missing
aneurysm @vessels !2 : aneurysm|aneurysmal|aneurysmal dilatation|outpouching
fracture #fracture !2 @bone : fracture|fractured|fracture line|break|fissure fracture|cortical break|broken|traumatic lesion|traumatic injury|bone injury|osseous injury
avulsion < fracture #fracture !2 : avulsion|avulsed|avulsion fracture
nonunion < fracture #fracture !2 @bone : nonunion|non union|pseudarthrosis|pseudoarthrosis|ununited fracture
stress-fracture < fracture #fracture !2 @bone : stress fracture|fatigue fracture|insufficiency fracture|stress reaction|march fracture|stress injury|marrow stress phenomenon|marrow stress reaction|stress phenomenon|stress response
occult-fracture < fracture #fracture !2 @bone : occult fracture
contusion < marrow-edema #marrow !1 @bone-marrow : contusion|bone bruise|bone bruising|bone contusion|bruise|bruising|microfracture|trabecular injury|kissing contusion|bone contusions
marrow-edema #marrow !1 @bone-marrow : marrow edema|bone marrow edema|bone edema|osseous edema|edema of the bone marrow|marrow edema like signal|edema like marrow signal|edematous marrow|stir hyperintense marrow|marrow signal change|edema ~ bone|edema ~ marrow|reactive marrow edema|bone marrow swelling
avascular-necrosis #marrow !2 @bone : avascular necrosis|subchondral necrosis|necrosis ~ femoral head|osteonecrosis|avn|bone necrosis|aseptic necrosis|femoral head necrosis|kienbock|kienboeck|lunatomalacia|necrosis of the femoral head|ischemic necrosis|double line sign|sonk|spontaneous osteonecrosis
collapse !2 : collapse|collapsed|articular surface collapse|flattening of the femoral head|subchondral collapse|loss of sphericity|flattened contour
bone-infarct #marrow !1 @bone : bone infarct|bone infarction
transient-osteoporosis < marrow-edema #marrow !1 @bone : transient osteoporosis|transient bone marrow edema|transient marrow edema|bone marrow edema syndrome
osteomyelitis #marrow !2 @bone : osteomyelitis|bone infection
bone-lesion < lesion #lesion !2 : osseous lesion|bone lesion|lytic lesion|focal bone lesion|marrow replacing lesion|suspicious bone lesion|osteolysis|marrow infiltration
bone-metastasis < metastasis bone-lesion #lesion !2 @bone : osseous metastasis|bone metastasis|bony metastasis|bony metastatic disease|skeletal metastasis|osseous metastatic disease
enchondroma < lesion #lesion !0 @bone : enchondroma|cartilaginous lesion|chondroid lesion
infection !2 : infection|infected|septic
osteoarthritis #oa !1 @joint : osteoarthritis|arthrosis|osteoarthrosis|degenerative joint disease|arthritic change|joint degeneration|arthropathy|arthritis|arthrotic|degenerative arthritis|arthritic|osteoarthritic|facet hypertrophy|facet degeneration
inflammatory-arthritis #arthritis !2 @joint : rheumatoid arthritis|inflammatory arthritis|rheumatoid|seronegative arthritis|psoriatic arthritis|gout|erosive arthritis
erosion(feature) !1 @bone : erosion|erosive
periosteal-reaction !2 @bone : periosteal reaction|periosteal elevation|periostitis
scalloping(feature) !1 @vertebra : scalloping|scalloped
encephalocele !2 @brain : encephalocele|cephalocele|meningocele|meningoencephalocele|myelomeningocele
ulceration !1 : ulceration|ulcer|ulcerated
exophthalmos !1 @orbit : exophthalmos|proptosis
hydrosyringomyelia < syrinx #cord-signal !2 @cord : hydrosyringomyelia
osteophyte < osteoarthritis #oa !0 : osteophyte|spur|osteophytic|spurring|marginal osteophyte|osteophytosis|bone spur|osteophytic lipping|exophyte|lipping
joint-space-loss < osteoarthritis #oa !1 @joint : joint space narrowing|joint space loss|narrowed joint space|joint space ~ narrow|loss of joint space|joint space ~ reduced
effusion #effusion !0 @joint : effusion|joint effusion|joint fluid|intraarticular fluid|hydrops|fluid in the joint|fluid ~ joint|excess joint fluid|fluid ~ recess|hydrarthrosis
hemarthrosis < effusion #effusion !1 : hemarthrosis|lipohemarthrosis
synovitis #synovitis !1 @synovium : synovitis|synovial thickening|synovial proliferation|synovial hypertrophy|thickened synovium|synovial enhancement|synovial inflammation|thickening ~ synovial
loose-body !1 @joint : loose body|intraarticular body|free body|joint mouse|free joint body|loose bodies|osteochondral fragment
bursitis #bursitis !0 @bursa : bursitis|bursal fluid|fluid ~ bursa|bursal effusion|distended bursa|bursal inflammation|inflamed bursa|fluid distension of the bursa|fluid in the bursa|edema ~ bursa
baker-cyst #baker !0 @popliteal-fossa : baker cyst|popliteal cyst|bakers cyst|baker's cyst|baker|gastrocnemius semimembranosus bursa|semimembranosus gastrocnemius bursa
ganglion < cyst #lesion !0 : ganglion|ganglion cyst|intraosseous ganglion|ganglia
geode < cyst #lesion !0 @bone : geode|subchondral cyst|degenerative cyst|subcortical cyst
paralabral-cyst < cyst #lesion !1 @labrum : paralabral cyst|perilabral cyst|labral cyst
parameniscal-cyst < cyst #lesion !1 @meniscus : parameniscal cyst|meniscal cyst|perimeniscal cyst
synovial-cyst < cyst #lesion !1 @facet : synovial cyst|facet cyst|juxtafacet cyst|facet joint cyst
perineural-cyst < cyst #lesion !0 @nerve-root : perineural cyst|tarlov cyst|nerve root cyst|root sleeve cyst|tarlov|nerve sleeve cyst
arachnoid-cyst < cyst #lesion !0 @brain : arachnoid cyst|arachnoidal cyst
tear < injury #tear !2 : tear|torn|rupture|ruptured|tearing|disruption|disrupted|perforation|perforated|discontinuity|discontinuous|detachment|detached|fiber disruption|fiber discontinuity|ruptur|cleft|split|hole|re tear|retear|re rupture|rerupture
injury !1 : injury|traumatic change
defect !1 : defect|gap|grade 1 loss|grade 2 loss|grade 3 loss|grade 4 loss|grade i loss|grade ii loss|grade iii loss|grade iv loss|full thickness loss|partial thickness loss|loss of substance|substance loss|substance defect
bucket-handle < tear #tear !2 @meniscus : bucket handle tear|bucket handle|displaced bucket handle tear
root-tear < tear #tear !2 @meniscus : root tear|meniscal root tear|root avulsion
radial-tear < tear #tear !2 : radial tear|torn radially|radially torn
horizontal-tear < tear #tear !2 : horizontal tear|horizontal cleavage tear|cleavage tear|horizontal cleft
complex-tear < tear #tear !2 : complex tear
vertical-tear < tear #tear !2 : vertical tear|longitudinal tear|vertical longitudinal tear
extrusion-meniscus #meniscal-extrusion !1 @meniscus : meniscal extrusion|meniscus extrusion|extruded meniscus|subluxed meniscus|meniscal body extrusion
sprain < injury #sprain !1 @ligament : sprain|strain|distortion|ligament injury|stretch injury|periligamentous edema|overstretched|partial injury|stretching|pulled muscle|muscle strain|sprained|ligamentous injury|ligamentous disruption|ligament disruption|injured
fraying #labrum-degeneration !0 : fraying|frayed|fray|degenerative fraying|irregular free edge|blunted free edge
meniscal-degeneration #tear !0 @meniscus : meniscal degeneration|mucoid degeneration|intrasubstance degeneration|mucoid change|myxoid degeneration|intrasubstance signal|intrameniscal signal|degenerate meniscus|degeneration without tear|mucoid signal|internal signal
discoid !0 @meniscus : discoid|discoid meniscus|discoid variant
tendinosis #tendon !1 @tendon : tendinosis|tendinopathy|tendonosis|tendonitis|tendinitis|tendon degeneration|degenerate tendon|tendinopathic|insertional tendinopathy|tendopathy|enthesopathy
calcific-tendinitis #tendon !1 @tendon : calcific tendinitis|calcific tendonitis|calcific tendinopathy|calcifying tendinitis|calcium deposit|tendinosis calcarea|hydroxyapatite deposit|tendon calcification
epicondylitis < tendinosis #tendon !1 : epicondylitis|tennis elbow|epicondylopathy|golfer elbow|golfers elbow|epicondylalgia
plantar-fasciitis #tendon !1 @plantar-fascia : plantar fasciitis|plantar fasciopathy|fasciitis|plantar fasciosis
tenosynovitis #tenosynovitis !1 @tendon : peritendinous edema|peritendinous inflammation|edema ~ tendon sheath|tenosynovitis|tendon sheath fluid|fluid ~ tendon sheath|fluid ~ sheath|peritendinitis|paratenonitis|peritendinous fluid|tenovaginitis|tendovaginitis|tendon sheath effusion|de quervain tenosynovitis|fluid around the tendon|sheath distension|paratendinitis|fluid ~ tendon|tendon sheath thickening|thickening ~ tendon sheath|thickened tendon sheath|synovitis ~ tendon sheath
retraction(feature) !1 : retraction|retracted|retracts|tendon gap|stump retraction
dislocation !2 : dislocation|dislocated|luxation|subluxation|subluxed|subluxated|luxated|medialized|perched|subluxes
instability !2 : instability|unstable|diastasis
laxity #instability !1 : laxity|lax|lax ligament|hyperlaxity
impingement #impingement !1 : impingement|conflict|impinging
friction !1 @itb : friction|friction syndrome|itb syndrome|runner s knee
ulnar-impaction < impingement #impingement !2 @ulnocarpal : ulnar impaction|ulnocarpal impaction|ulnar abutment|ulnocarpal abutment|ulnolunate abutment|impaction syndrome|ulnar impaction syndrome|ulnocarpal impingement|ulnolunate impaction
ulnar-variance #variance !0 @ulna : ulnar variance|positive ulnar variance|ulna plus|ulna plus variant|ulnar plus|ulnar positive variance|ulnar positive|positive variance|long ulna|plus variant|ulna longer
ulnar-minus #variance !0 @ulna : negative ulnar variance|ulna minus|ulnar minus|ulnar negative|minus variant
ulnar-neutral #variance !0 @ulna : neutral ulnar variance|ulna neutral|ulnar neutral|neutral variance|neutral ulna
cam #fai !1 @femoral-neck : cam|cam morphology|cam deformity|cam type|alpha angle|reduced head neck offset|head neck offset ~ reduced|bump at the head neck junction|pistol grip|asphericity|osseous bump|aspherical|offset disturbance|head neck bump|cam lesion|bony bump
pincer #fai !1 @acetabulum : pincer|acetabular overcoverage|overcoverage|acetabular retroversion|pincer type
dysplasia !1 : dysplasia|dysplastic
trochlear-dysplasia < dysplasia !1 @trochlea : trochlear dysplasia|shallow trochlea|shallow trochlear groove|flat trochlea|dejour|shallow ~ trochlea|flattened trochlea
patella-alta !1 @patella : patella alta|high riding patella|insall salvati|high patella
patellar-tilt !1 @patella : patellar tilt|lateral tilt|lateralization of the patella|patella lateralization|lateralized patella|patellar maltracking|lateral patellar tilt|patella tilt
plica !0 @knee : plica|plica mediopatellaris|mediopatellar plica
cartilage-defect #cartilage !1 @cartilage : cartilage defect|chondral defect|chondral lesion|cartilage loss|chondromalacia|chondropathy|cartilage thinning|chondral thinning|cartilage damage|chondral fissure|cartilage fissure|chondrosis|cartilage lesion|cartilage wear|chondral loss|chondral ulceration|cartilage ulceration|cartilage degeneration|chondral damage|cartilage ~ thin|cartilage ~ defect|denuded|cartilage ~ fissure|cartilage ~ loss|cartilage softening|cartilage fibrillation|chondral wear|cartilage irregularity|bare bone|cartilage ~ worn|cartilage ~ irregular|chondral ~ loss|chondral ~ defect|cartilage ~ lesion|cartilage ~ fissuring|chondral ~ fissuring|cartilage softened|softened ~ cartilage
osteochondral-lesion #cartilage !2 : osteochondral lesion|osteochondral defect|ocd|osteochondritis dissecans|osteochondrosis dissecans|osteochondral injury|flake|oclt|olt|dissecate|osteochondral fracture|dissecans
hill-sachs #hill-sachs !1 @humeral-head : hill sachs|hill sachs lesion|hill sachs deformity|impaction fracture of the humeral head|impaction of the humeral head|hill sachs defect|impaction
humeral-migration !1 @humeral-head : high riding humeral head|cranialization|high riding head|elevated humeral head|humeral head ~ migrat|migration ~ humeral head|humeral ~ migration
bankart < tear #tear !2 @anterior-labrum : bankart|bankart lesion|anteroinferior labral tear|labroligamentous avulsion
slap < tear #tear !2 @superior-labrum : slap|slap lesion|slap tear|superior labral anterior posterior tear|superior labral tear
labral-tear < tear #tear !2 @labrum : labral tear|labral detachment|labrum tear
labral-degeneration #labrum-degeneration !0 @labrum : labral degeneration|degenerate labrum|labral fraying|degenerated labrum
capsulitis !1 @axillary-recess : capsulitis|adhesive capsulitis|frozen shoulder|capsular thickening|thickened capsule|thickening ~ capsule|thickening ~ axillary recess|thickening ~ axillary pouch
acromion-type !0 @acromion : acromion type|type i acromion|type ii acromion|type iii acromion|type 1 acromion|type 2 acromion|type 3 acromion|hooked acromion|curved acromion|flat acromion|bigliani|type ~ acromion|hooked ~ acromion|curved ~ acromion
os-acromiale !0 @acromion : os acromiale
os-variant !0 : os trigonum|accessory navicular|os naviculare|os peroneum|accessory ossicle|os tibiale externum|accessory bone|ossicle|os navicularis|accessory navicular bone|os navicular|type ii navicular|cornuate navicular
coalition !2 @ankle : coalition|tarsal coalition|synostosis
haglund !0 @calcaneus : haglund|haglund deformity|haglund exostosis|prominent posterior calcaneal tuberosity
heel-spur !0 @calcaneus : plantar calcaneal spur|heel spur|calcaneal spur|plantar spur
morton-neuroma !1 @intermetatarsal : morton neuroma|morton|interdigital neuroma|mortons neuroma|perineural fibrosis|intermetatarsal neuroma
nerve-swelling !1 : neuritis|nerve swelling|nerve thickening|neuropathy|thickened nerve|nerve edema|cubital tunnel syndrome|carpal tunnel syndrome|tunnel syndrome|ulnar neuropathy|median neuropathy
osteitis-pubis !1 @symphysis : osteitis pubis|pubic osteitis
sacroiliitis !2 @sij : sacroiliitis
muscle-edema #edema !1 @muscle : muscle edema|muscular edema|denervation edema|denervation
stener !2 @thumb-ucl : stener lesion
scapholunate-dissociation !2 @sl-ligament : scapholunate dissociation|scapholunate widening|slac|scapholunate diastasis|interval ~ widen|widened interval|widening of the interval|scapholunate advanced collapse|slac wrist

# Spine
disc-herniation #disc !2 @disc : herniation|herniated|hernia of the disc|disc herniation|herniated disc|prolapse|prolapsed|hnp|nucleus prolapse|herniated nucleus pulposus|disc hernia
disc-protrusion < disc-herniation #disc !1 @disc : protrusion|protruding|protrudes|protruded|protrude
disc-extrusion < disc-herniation #disc !2 @disc : extrusion|extruded|extrude
disc-sequestration < disc-extrusion #disc !2 @disc : sequestration|sequestered|sequestrum|free fragment|sequester|sequestrated|free disc fragment|migrated fragment
disc-bulge #disc !0 @disc : bulge|bulging|bulged|disc bulge|broad based bulge|circumferential bulge|annular bulge
disc-osteophyte #disc !1 @disc : disc osteophyte complex|disc osteophyte|osteophyte complex|discoosteophytic|spondylotic bar|disc osteophyte bar|osteochondral bar|discosteophytic|discosteophytic bar|disc osteophytic
disc-degeneration #disc-degeneration !0 @disc : disc degeneration|degenerative disc disease|disc desiccation|desiccation|desiccated|dehydrated|dehydration|degenerative disc|ddd|disc disease|loss of disc signal|loss of signal of the disc|dark disc|black disc|chondrosis intervertebralis|disc dehydration|loss of t2 signal|osteochondrosis|discopathy|disc wear|degenerate disc|disc ~ desiccation
disc-height-loss < disc-degeneration #disc-degeneration !0 @disc : disc height loss|loss of disc height|disc space narrowing|disc height ~ reduced|disc space ~ narrow|reduced disc height|loss of disc space height|disc height reduction|flattened disc|loss of intervertebral height|disc height ~ loss|decreased disc height|disc space ~ reduced|disc ~ loss of height
annular-fissure #annulus !0 @annulus : annular fissure|annular tear|high intensity zone|hiz|anular fissure|anular tear|fissure of the annulus|tear of the annulus|annulus tear|annulus ~ tear|annulus ~ fissure
fissure !1 : fissure|fissuring
degenerative-change #degenerative !0 : degenerative change|degeneration|degenerative|spondylosis|wear|degenerative disease|spondylotic|spondylotic change|spondylosis deformans|degenerative findings|age related change
spondylophyte < osteophyte #oa !0 : spondylophyte|dorsal spondylophyte|vertebral osteophyte|endplate osteophyte|ventral spondylophyte
sac-indentation(feature) !0 @canal : indent ~ sac|impress ~ sac|efface ~ sac|sac ~ indent|sac ~ impress|indents the sac|compress ~ sac|deform ~ sac|sac ~ flatten|effacement of the csf|sac ~ compress
root-crowding(feature) !1 @cauda-equina : crowding|crowded|redundant|serpentine|redundant nerve root
cauda-compression !2 @cauda-equina : cauda equina compression|compression of the cauda equina|compress ~ cauda
root-affection #root !2 @nerve-root : root impingement|nerve root impingement|neural impingement|impinge ~ root|impinge ~ nerve|radicular impingement|affect ~ root|root ~ affected
root-compression < root-affection #root !2 @nerve-root : root compression|compression of the root|nerve root compression|nerve compression|radicular compression|neural compression|pinching|compress ~ root|compress ~ nerve|nerve root displacement|displace ~ root|root ~ displaced|root ~ trapped|pinch ~ root|entrapment|trapped
root-contact < root-affection #root !1 @nerve-root : root contact|contact ~ root|contact ~ nerve|abut ~ root|touch ~ root|abut ~ nerve|root irritation|irritation of the root|irritate ~ root
contact(feature) !1 : contact|abut|touch|in contact|abutment|reaches the root
cord-compression #cord !2 @cord : cord compression|compression of the cord|compress ~ cord|myelon compression|cord ~ compress|cord impingement|impinge ~ cord|compressive cord|compress ~ myelon|compression of the myelon|compression of the spinal cord
cord-contact #cord !2 @cord : cord flattening|flattening of the cord|cord deformity|cord ~ flatten|cord contact|contact ~ cord|indent ~ cord|abut ~ cord|touches the cord|indentation of the cord|effacement of the cord|cord indentation|deforms the cord|cord ~ deform|flatten ~ cord|flatten ~ myelon|reach ~ cord|reaches the cord|touch ~ cord|cord ~ indent|deformity ~ cord|cord deformity|distortion ~ cord|cord distortion
compression(feature) !2 : compression|compress|compressed|compressing|effaced|effacement|effaces|flattened|indentation|indents|indented|deformed|flattening|elevated chiasm|impresses|impressed|indenting|obliterated|obliteration|obliterate
cord-signal #cord-signal !2 @cord : myelopathy|myelomalacia|cord signal change|cord signal abnormality|cord edema|intramedullary lesion|myelopathic|intramedullary edema|edema ~ cord|hyperintense ~ cord|high signal ~ cord|myelopathic signal|intramedullary signal change|cord lesion|intramedullary hyperintensity|gliosis of the cord|signal alteration ~ cord|bright ~ cord
syrinx #cord-signal !2 @cord : syrinx|syringomyelia|hydromyelia|syringohydromyelia|central canal dilatation of the cord|widened central canal of the cord
listhesis #listhesis !1 @alignment : spondylolisthesis|listhesis|slip|ventral slip|malalignment|vertebral slip|slippage|olisthesis|step|offset of the vertebra|vertebral offset
anterolisthesis < listhesis #listhesis !1 @alignment : anterolisthesis|anterior slip|anterior displacement of|anterior translation|ventrolisthesis|slip forward|forward slip|forward displacement|antelisthesis|displaced forward|displaced anterior|displaced ventral|forward shift
retrolisthesis < listhesis #listhesis !1 @alignment : retrolisthesis|posterior slip|backward slip|posterior displacement of|slip backward|retrospondylolisthesis|dorsal slip|displaced backward|displaced backwards|displaced posterior|displaced dorsal|backward shift|backward displacement
pars-defect #pars !1 @pars : pars defect|spondylolysis|lysis|pars fracture|interarticular defect|lytic defect|isthmic defect|spondylolytic|defect ~ pars|pars ~ defect|pars ~ interrupted
compression-fracture < fracture #fracture !2 @vertebra : compression fracture|compression deformity|wedge fracture|wedge deformity|wedging|vertebral collapse|vertebral fracture|wedge compression|burst fracture|endplate fracture|insufficiency fracture of the vertebra|osteoporotic fracture|endplate impression fracture|vertebral body fracture|vertebral deformity|fracture of the vertebral body|compression fractures
height-loss(feature) #height !1 @vertebra : loss of height|height loss|height ~ reduced|loss of vertebral height|reduced height|loss of vertebral body height|height reduction|height ~ decreased|height ~ loss|reduction in height
retropulsion #retropulsion !2 @posterior-wall : retropulsion|retropulsed|bulging of the posterior wall|posterior wall ~ displaced|retropulsed fragment|retropulsed bone|posterior wall ~ bulge
modic #endplate !0 @endplate : modic|endplate change|modic change|endplate edema|reactive endplate change|endplate degeneration|endplate signal change|edema ~ endplate|endplate reactive change|fatty endplate change|type i endplate change|type ii endplate change|activated osteochondrosis|erosive osteochondrosis|endplate marrow change|degenerative endplate change|vertebral endplate change
schmorl #schmorl !0 @endplate : schmorl|schmorl node|schmorl's node|schmorls node|intravertebral disc herniation|endplate impression|intraspongious herniation|intraosseous disc herniation|schmorl nodes
scheuermann !0 @vertebra : scheuermann|scheuermann disease
dish !0 @spine : diffuse idiopathic skeletal hyperostosis|dish|hyperostosis|forestier
straightening #curve !0 @lordosis : straightening|loss of lordosis|reduced lordosis|flattened lordosis|lordosis ~ flatten|lordosis ~ reduced|lordosis ~ loss|lordosis ~ straight|straightened lordosis|steep position|straightened|reversal of the lordosis|lordosis ~ reversed|hypolordosis|lordosis ~ lost|reversal ~ lordosis|reversal ~ curvature|reversed lordosis|straightening ~ lordosis|straightening ~ curvature
scoliosis #scoliosis !0 @spine : scoliosis|scoliotic|scoliotic curve|curvature to the left|curvature to the right|convex scoliosis|levoscoliosis|dextroscoliosis|lateral curvature
kyphosis #kyphosis !0 @spine : kyphosis|kyphotic|hyperkyphosis|exaggerated kyphosis|kyphotic deformity
transitional-vertebra !0 @vertebra : transitional vertebra|lumbosacral transitional vertebra|sacralization|lumbarization|sacralized|transitional anatomy|lumbarized|hemisacralization|transitional ~ vertebra
lipomatosis !1 @epidural : epidural lipomatosis|lipomatosis|excess epidural fat|epidural fat ~ prominent|increased epidural fat|epidural fat ~ increase|prominent epidural fat
spondylodiscitis #endplate !2 @disc : spondylodiscitis|discitis|diskitis|osteodiscitis|discitis osteomyelitis|vertebral osteomyelitis|spondylitis
arachnoiditis !2 @nerve-root : arachnoiditis|clumping of the nerve roots|clumped roots|adhesive arachnoiditis|root clumping
tethered-cord !2 @conus : tethered cord|low lying conus|low conus
filum-lipoma < lipoma !0 @filum : filum lipoma|fatty filum|lipoma of the filum|filum terminale lipoma|fibrolipoma|fat ~ filum|lipoma ~ filum
opll !2 @pll : ossification of the posterior longitudinal ligament|opll
spondyloarthritis !2 @sij : axial spondyloarthritis|spondyloarthritis|romanus|corner lesion
tumor-spinal < mass #lesion !2 : intradural mass|ependymoma

# Brain
white-matter-lesion < lesion #wm !1 @white-matter : white matter lesion|white matter hyperintensity|white matter change|white matter focus|white matter foci|white matter disease|white matter signal change|white matter hyperintensities|t2 flair hyperintensity|flair hyperintensity|t2 flair hyperintense focus|flair lesion|t2 flair lesion|t2 flair focus|gliotic focus|white matter signal abnormality|t2 flair signal abnormality|flair hyperintense focus|flair bright focus|t2 hyperintense focus|medullary lesion|white matter spots|wml|leukoencephalopathy
small-vessel-disease < white-matter-lesion #wm !0 @white-matter : small vessel disease|small vessel ischemic change|small vessel ischemic disease|microangiopathy|microangiopathic|chronic small vessel|microvascular ischemic change|microvascular disease|chronic microvascular|microvascular change|chronic ischemic change|age related white matter change|leukoaraiosis|microvascular ischemic disease|chronic microangiopathy|cerebral microangiopathy|small vessel ischemia|vascular leukoencephalopathy|chronic white matter ischemic change|small vessel change|microangiopathic change|vascular white matter|microvascular ischemia|microvascular|of vascular origin|vascular lesion|ischemic change|ischemic white matter change|white matter ischemic change|ischemic disease|microvascular ischemic white matter change|vasculopathic change
demyelination < white-matter-lesion #wm !2 @white-matter : demyelination|demyelinating|multiple sclerosis|ms plaque|demyelinating plaque|demyelinating lesion|ms lesion|inflammatory demyelinating|demyelinating disease|dawson finger|plaque of multiple sclerosis|inflammatory demyelination|chronic inflammatory cns disease|dawson|mcdonald|ms
migraine < white-matter-lesion #wm !0 @white-matter : migraine|migraine related|migrainous
nonspecific(descriptor) !0 : nonspecific
dissemination-space(feature) !2 : dissemination in space|disseminated in space|dis criteria
dissemination-time(feature) !2 : dissemination in time|disseminated in time|dit criteria
infarct #infarct !2 @brain : infarct|infarction|stroke|ischemia|ischemic lesion|acute ischemia|ischemic stroke|acute infarct|recent infarct|ischemic infarct|fresh infarct|ischaemia|recent ischemia|acute ischemic lesion
lacune < infarct #infarct !1 @brain : lacunar infarct|lacune|lacunar infarction|lacunar defect|lacunar lesion|lacunar
old-infarct #oldinfarct !1 @brain : old infarct|chronic infarct|remote infarct|old lacunar infarct|chronic lacunar infarct|remote lacunar infarct|old lacune|chronic lacune|infarct residual|postischemic defect|postischemic|residual infarct|old ischemic defect|old lacunar|chronic lacunar|remote lacunar|previous infarct|old infarction|remote infarction|chronic infarction|old lacunar defect|established infarct|old ischemic lesion
perivascular-space !0 @brain : perivascular space|virchow robin space|virchow robin|enlarged perivascular space
encephalomalacia #gliosis !0 @brain : encephalomalacia|gliosis|gliotic|parenchymal defect|gliotic change|tissue defect|postoperative defect with gliosis|encephalomalacic
microbleed #bleed !1 @brain : microbleed|microhemorrhage|cerebral microbleed|susceptibility focus|microbleeds|swi focus|foci of susceptibility|punctate hemosiderin|hypointense foci on swi|micro bleed|susceptibility foci
subdural < hemorrhage extraaxial-collection #bleed !2 @extra-axial : subdural hematoma|subdural hemorrhage|subdural|sdh
subarachnoid-hemorrhage < hemorrhage #bleed !2 @brain : subarachnoid hemorrhage|sah
extraaxial-collection !2 @extra-axial : extra axial collection|extra axial fluid collection|subdural collection|subdural hygroma|hygroma|subdural effusion|subdural fluid|subdural fluid collection|extraaxial collection|extraaxial fluid collection
superficial-siderosis #bleed !2 @brain : superficial siderosis|siderosis
intracerebral-hemorrhage < hemorrhage #bleed !2 @brain : intracerebral hemorrhage|intracranial hemorrhage|parenchymal hemorrhage|intraparenchymal hemorrhage|intracranial bleeding|intracerebral bleeding|parenchymal bleed
hydrocephalus #ventricle !2 @ventricles : hydrocephalus|ventriculomegaly|ventricular enlargement|ventricular dilatation|enlarged ventricles|ventricles ~ enlarged|ventricle ~ dilated|ventricle ~ wide|ventricle ~ prominent|hydrocephalic|csf flow obstruction|csf circulation disturbance|widened ventricles
brain-atrophy < atrophy #atrophy !0 @brain : cerebral atrophy|brain atrophy|global volume loss|cortical atrophy|parenchymal volume loss|cerebral volume loss|generalized atrophy|involutional change|global atrophy|brain volume loss|sulci ~ widened|sulci ~ prominent|sulcus ~ enlarged|widening ~ sulci|sulcal widening|widened sulci|prominent sulci|involution|generalized volume loss|brain volume reduction|reduced brain volume|loss of brain volume
hippocampal-sclerosis !2 @hippocampus : hippocampal sclerosis|mesial temporal sclerosis|ammons horn sclerosis|hippocampal atrophy|mts|hippocampus ~ small|hippocampus ~ atrophy|hippocampus ~ shrunken|mesial sclerosis|hippocampal volume loss|hippocampus ~ volume
cortical-dysplasia !2 @cortex : cortical dysplasia|focal cortical dysplasia|fcd|migration disorder|heterotopia|cortical malformation|gray matter heterotopia|migration anomaly|malformation of cortical development|developmental malformation
glioma < malignancy #lesion !2 @brain : glioma|glioblastoma|astrocytoma|oligodendroglioma|high grade glioma|low grade glioma|gbm|diffuse glioma|glial tumor|primary brain tumor|glial neoplasm
lymphoma < malignancy #lesion !2 : lymphoma|lymphomatous
meningioma < mass #lesion !2 @meninges : meningioma|dural based mass|dural tumor|dural based tumor|meningeal tumor|dural mass
schwannoma < mass #lesion !2 : schwannoma|vestibular schwannoma|neurinoma|acoustic neuroma|acoustic neurinoma|neuroma|nerve sheath tumor|neurofibroma
adenoma-pituitary < lesion #lesion !2 @pituitary : pituitary adenoma|microadenoma|macroadenoma|pituitary microadenoma|pituitary neuroendocrine tumor|pitnet|hypoenhancing focus in the pituitary|pituitary macroadenoma|prolactinoma
rathke < cyst #lesion !0 @pituitary : rathke cleft cyst|rathke|rathke's cleft cyst|rathke cyst|pars intermedia cyst
craniopharyngioma < mass #lesion !2 @sella : craniopharyngioma
empty-sella !0 @sella : empty sella|partially empty sella|arachnocele|flattened pituitary
pineal-cyst < cyst #lesion !0 @pineal : pineal cyst|pineal gland cyst
epidermoid < mass #lesion !1 @brain : epidermoid|dermoid|cholesteatoma
colloid-cyst < cyst #lesion !2 @ventricles : colloid cyst
cavernoma < lesion #lesion !1 @brain : cavernoma|cavernous malformation|cavernous hemangioma|cavernous angioma|popcorn lesion|cavernous venous malformation
dva !0 @brain : developmental venous anomaly|dva|venous angioma|venous anomaly
avm !2 @brain : arteriovenous malformation|avm|nidus|vascular malformation
chiari #tonsil !1 @tonsils : chiari|chiari i malformation|chiari malformation|chiari 1|arnold chiari|arnold chiari ii malformation|arnold chiari malformation|chiari ii malformation|chiari ii|chiari 2|arnold chiari ii
tonsillar-ectopia #tonsil !1 @tonsils : tonsillar ectopia|tonsillar descent|low lying tonsils|tonsillar herniation|tonsil ~ below|low tonsils|tonsillar displacement|cerebellar ectopia|tonsil ~ descend|tonsils project below|tonsil ~ low
midline-shift !2 @midline-structure : midline shift|shift of the midline|midline ~ displaced|midline displacement|midline ~ shift
brain-herniation !2 @brain : uncal herniation|transtentorial herniation|subfalcine herniation|brain herniation|cerebral herniation
optic-neuritis !2 @optic-nerve : optic neuritis|optic nerve ~ enhance|neuritis of the optic nerve|optic nerve ~ swelling|optic nerve ~ hyperintense
sinus-disease #sinus !0 @sinuses : sinus disease|mucosal thickening|sinusitis|sinus mucosal thickening|mucosal swelling|sinus opacification|opacified|opacification|mucosa ~ thickening|mucosal change|inflammatory mucosal|swollen mucosa|swelling of the mucosa|mucosal disease|thickened mucosa|sinus inflammation
retention-cyst < cyst #sinus !0 @sinuses : retention cyst|mucous retention cyst|mucus retention cyst|mucosal cyst|polyp|mucocele
mastoid-effusion !0 @mastoid : mastoid effusion|mastoiditis|fluid ~ mastoid|mastoid fluid|opacification ~ mastoid|mastoid opacification|effusion ~ mastoid|mastoid air cell fluid|mastoid ~ fluid
vascular-loop !0 @cranial-nerve : vascular loop|neurovascular contact|neurovascular conflict|vascular compression
encephalitis !2 @brain : encephalitis|cerebritis
meningitis !2 @meninges : meningitis|leptomeningeal disease|leptomeningeal spread|carcinomatosis|leptomeningeal metastasis
dural-tail(feature) !0 @meninges : dural tail

# Prostate
bph !0 @transition-zone : benign prostatic hyperplasia|bph|bph nodule|adenomatous nodule|prostatic hyperplasia|benign hyperplasia|adenomatous hyperplasia|adenoma of the prostate|hyperplastic nodule|adenomatous|nodular hyperplasia|stromal nodule|prostatic adenoma|hyperplasia|adenomatous enlargement|benign nodules|prostatomegaly|enlarged prostate|prostate ~ enlarged|enlarged gland|gland ~ enlarged
prostate-cancer < carcinoma #lesion !2 @prostate : prostate cancer|prostatic carcinoma|clinically significant cancer|clinically significant carcinoma|prostate carcinoma|significant cancer
carcinoma < malignancy #lesion !2 : carcinoma|cancer|adenocarcinoma
prostatitis #prostatitis !0 @prostate : prostatitis|prostatic inflammation|post inflammatory change|inflammatory change of the prostate|sequela of inflammation
extraprostatic-extension #epe !2 @prostate-capsule : extraprostatic extension|extracapsular extension|epe|ece|capsular breach|capsular penetration|extracapsular spread|capsule penetration|extraprostatic spread|extraprostatic growth|capsular invasion|capsule ~ breach|capsule crossing|crosses the capsule|growth beyond the capsule|extraprostatic tumor|extraprostatic ~ growth|extra prostatic extension|tumor beyond the capsule|extracapsular growth|extracapsular tumor|growth through the capsule|extension beyond the capsule|extends beyond the capsule|beyond the capsule
capsular-contact(feature) #epe !1 @prostate-capsule : capsular contact|capsular abutment|capsular bulge|capsule ~ bulge|capsular irregularity|broad capsular contact|abut ~ capsule|contact ~ capsule
seminal-vesicle-invasion !2 @seminal-vesicle : seminal vesicle invasion|svi|seminal vesicle involvement|invasion of the seminal vesicles|seminal vesicle infiltration|invasion ~ seminal vesicle|infiltration ~ seminal vesicle
lymphadenopathy !2 @lymph-node : lymphadenopathy|adenopathy|suspicious ~ node|conspicuous ~ node|enlarged lymph node|lymph node enlargement|suspicious lymph node|pathologic lymph node|enlarged node|node ~ enlarged|enlarge ~ lymph node|suspicious node|nodal metastasis|lymph node metastasis|nodal disease|abnormal lymph node|pathological node|conspicuous lymph node|prominent lymph node|lymph node ~ suspicious|abnormal node|lymph node ~ metastasis|lymph node ~ conspicuous|lymph node ~ abnormal|nodal enlargement
volume(measure) !0 : volume|gland volume|prostate volume|prostatic volume|volume of the gland|gland size
hemorrhage-biopsy < hemorrhage #bleed !0 @prostate : post biopsy hemorrhage|biopsy related hemorrhage|post biopsy change|postbiopsy hemorrhage|hemorrhage after biopsy|biopsy hemorrhage
bladder-wall-thickening !0 @bladder : bladder wall thickening|trabeculated bladder|trabeculation|bladder trabeculation|bladder wall ~ thick|bladder ~ trabeculated
median-lobe !0 @prostate : median lobe|intravesical protrusion|intravesical lobe|middle lobe

# Breast
nme < lesion #lesion !2 @breast : non mass enhancement|nonmass enhancement|non mass like enhancement|nme|segmental enhancement|non mass lesion|clumped enhancement|nmle
suspicious-enhancement < lesion enhancement #lesion !2 : suspicious enhancement|suspicious contrast enhancement|suspicious uptake|suspicious contrast uptake|suspicious enhancing lesion|suspicious enhancing focus
fibroadenoma < mass #lesion !0 @breast : fibroadenoma|fibroadenomatous
breast-cancer < carcinoma #lesion !2 @breast : breast cancer|breast carcinoma|invasive ductal carcinoma|idc|dcis|invasive lobular carcinoma|ductal carcinoma|invasive carcinoma|known carcinoma|biopsy proven carcinoma|mammary carcinoma
papilloma < mass #lesion !1 @breast : papilloma
fat-necrosis < lesion #lesion !0 : fat necrosis|oil cyst
bpe(measure) #bpe !0 @breast-background : background parenchymal enhancement|background enhancement|bpe|parenchymal background enhancement|physiological background enhancement
fgt(measure) #fgt !0 @fgt : scattered fibroglandular|heterogeneous fibroglandular|extreme fibroglandular|fibroglandular tissue|breast density|acr type|composition|almost entirely fat|heterogeneously dense|extremely dense|acr density|parenchymal density|glandular tissue
washout(feature) #kinetics !1 : washout|wash out|type iii curve|type 3 curve|type iii kinetic|washout kinetics|washout curve
plateau(feature) #kinetics !1 : plateau|type ii curve|type 2 curve|plateau kinetics|plateau curve
persistent(feature) #kinetics !1 : persistent kinetics|type i curve|type 1 curve|persistent enhancement|progressive enhancement|persistent curve|continuous enhancement
spiculated(feature) #margin !1 : spiculated|irregular margin|irregular|ill defined|spiculation|stellate|indistinct
circumscribed(feature) #margin !0 : circumscribed|smooth margin|well defined|well circumscribed|smoothly marginated|smooth|sharply marginated|well demarcated
skin-thickening !1 @breast-skin : skin thickening|thickening ~ skin|skin ~ thickened|cutaneous thickening
nipple-retraction !1 @nipple : nipple retraction|retracted nipple|nipple inversion|retraction ~ nipple
implant-rupture !2 @implant : implant rupture|intracapsular rupture|extracapsular rupture|linguine sign|rupture ~ implant|implant ~ rupture|linguini sign|intracapsular implant rupture|subcapsular line|implant defect
duct-ectasia < dilatation !0 @breast : duct ectasia|ductal ectasia

# Abdomen
fnh < lesion #lesion !1 @liver : focal nodular hyperplasia|fnh
hepatic-adenoma < lesion #lesion !2 @liver : hepatocellular adenoma|hepatic adenoma|liver adenoma|liver cell adenoma|hca
adenoma < lesion #lesion !0 : adenoma
hcc < malignancy #lesion !2 @liver : hepatocellular carcinoma|hcc|hepatoma
cholangiocarcinoma < carcinoma #lesion !2 : cholangiocarcinoma|cholangiocellular carcinoma|klatskin|ccc|klatskin tumor|bile duct carcinoma|bile duct cancer
biliary-hamartoma < lesion #lesion !0 @liver : biliary hamartoma|von meyenburg complex|hamartoma
regenerative-nodule < lesion #lesion !1 @liver : regenerative nodule|dysplastic nodule|siderotic nodule
perfusion-difference < lesion #lesion !0 @liver : perfusion difference|perfusion anomaly|perfusional difference|transient hepatic intensity difference|arterial shunt|arterioportal shunt|perfusion alteration|thid|perfusion phenomenon
steatosis #steatosis !0 @liver : steatosis|fatty liver|fatty infiltration of the liver|hepatic steatosis|steatosis hepatis|liver fat|fat content|diffuse fatty|fatty degeneration of the liver|signal drop on opposed phase|opposed phase signal loss|out of phase signal loss|fat fraction
fatty-sparing(feature) !0 @liver : fatty sparing|focal sparing|focal fatty sparing|sparing of the gallbladder|spared area|fat sparing
iron !1 @liver : iron overload|iron deposition|hemosiderosis|hemochromatosis|siderosis of the liver|iron storage|iron load
cirrhosis #cirrhosis !2 @liver : cirrhosis|cirrhotic|nodular contour|nodular liver|nodular surface|hepatic fibrosis|nodular outline|irregular liver contour|cirrhotic remodelling|cirrhotic remodeling|liver contour ~ nodular|surface ~ nodular|surface nodularity|cirrhotic liver|contour ~ nodular|cirrhotic morphology
portal-hypertension !2 @portal-vein : portal hypertension|recanalized umbilical vein|portal hypertensive|paraumbilical vein|umbilical vein
varices !2 : varices|varix|esophageal varices|collateral veins|variceal|collateral vessel|collateral circulation|venous collaterals|portosystemic collaterals|varicose|varicose vein|varicose collaterals
splenomegaly #spleen !1 @spleen : splenomegaly|enlarged spleen|spleen ~ enlarged|spleen ~ large|splenic enlargement|spleen size ~ upper limit|borderline enlarged spleen|spleen ~ upper limit|spleen ~ borderline
hepatomegaly !0 @liver : hepatomegaly|enlarged liver|liver ~ enlarged|liver enlargement
ascites !1 @peritoneum : ascites|free fluid|intraperitoneal fluid|free abdominal fluid|peritoneal fluid|perihepatic fluid|free intraperitoneal fluid|fluid ~ abdomen|abdominal fluid|free liquid
biliary-dilatation < dilatation #dilatation !1 @bile-duct : biliary dilatation|bile duct dilatation|ductal dilatation|dilated bile duct|biliary ductal dilatation|cholestasis|biliary dilation|duct dilatation|biliary obstruction|upstream dilatation|prestenotic dilatation|duct ~ dilated|duct ~ wide|duct ~ widened|dilation ~ duct|biliary congestion
double-duct(feature) < dilatation #dilatation !2 @pancreatic-duct : double duct sign|double duct
stone #stone !2 : stone|calculus|calculi|lithiasis|concrement|filling defect|concretion|mirizzi
choledocholithiasis < stone #stone !2 @cbd : choledocholithiasis|common duct stone|common bile duct stone|cbd stone|bile duct stone|ductal stone|stone ~ common bile duct|stone ~ cbd|calculus ~ common bile duct|stone ~ bile duct|filling defect ~ duct|ductal calculus|prepapillary stone
cholelithiasis < stone #stone !0 @gallbladder : cholelithiasis|gallstone|gallbladder stone|stone ~ gallbladder|cholecystolithiasis|gallbladder calculus|concrement ~ gallbladder|calculus ~ gallbladder|gallbladder ~ stone|gall bladder stone
sludge !0 @gallbladder : sludge|biliary sludge
cholecystitis !2 @gallbladder : cholecystitis|gallbladder wall thickening|pericholecystic fluid|gallbladder inflammation|gallbladder ~ thick|gallbladder wall ~ thick
cholecystectomy !0 @gallbladder : cholecystectomy|gallbladder removed|absent gallbladder|gallbladder has been removed|gallbladder ~ absent|after cholecystectomy
adenomyomatosis !0 @gallbladder : adenomyomatosis
psc < stenosis #stenosis !2 @bile-duct : primary sclerosing cholangitis|psc|beading|beaded|sclerosing cholangitis|multifocal strictures|string of beads
cholangitis !2 @bile-duct : cholangitis
bile-leak !2 @bile-duct : bile leak|biliary leak|biliary leakage|bile leakage|biloma
ipmn < cyst #lesion !2 @pancreas : ipmn|intraductal papillary mucinous neoplasm|side branch ipmn|branch duct ipmn|main duct ipmn|bd ipmn|mucinous neoplasm
serous-cystadenoma < cyst #lesion !1 @pancreas : serous cystadenoma|microcystic adenoma|serous cystic neoplasm
mucinous-cystic < cyst #lesion !2 @pancreas : mucinous cystic neoplasm|mucinous cystadenoma|mcn
pseudocyst < cyst #lesion !1 @pancreas : pseudocyst|walled off necrosis|pancreatic pseudocyst|necrotic collection|encapsulated necrotic collection|walled off collection|encapsulated collection
pancreatic-cancer < carcinoma #lesion !2 @pancreas : pancreatic adenocarcinoma|pancreatic cancer|ductal adenocarcinoma|pdac|pancreatic carcinoma|pancreatic ductal adenocarcinoma
net < mass #lesion !2 : neuroendocrine tumor|net|pnet|insulinoma|neuroendocrine neoplasm
pancreatitis #pancreatitis !2 @pancreas : pancreatitis|peripancreatic inflammation|peripancreatic edema|peripancreatic stranding|acute pancreatitis|edematous pancreas|edema ~ pancreas
chronic-pancreatitis < pancreatitis #pancreatitis !1 @pancreas : chronic pancreatitis
autoimmune-pancreatitis < pancreatitis #lesion !2 @pancreas : autoimmune pancreatitis|aip|sausage shaped pancreas|igg4 related
pancreas-divisum !0 @pancreatic-duct : pancreas divisum|divisum|dominant dorsal duct|dominant santorini
duct-variant !0 @bile-duct : variant anatomy|aberrant duct|ductal variant|aberrant right posterior duct|anatomical variant|low insertion|cystic duct ~ low|low cystic duct insertion
vascular-variant !0 @vessels : aplasia|aplastic|fetal origin|normal variant|fenestration|azygos
annular-pancreas !1 @pancreas : annular pancreas|pancreas annulare
pancreas-atrophy < atrophy #atrophy !0 @pancreas : pancreatic atrophy|parenchymal atrophy|pancreas ~ atrophy|atrophic pancreas|lipomatosis of the pancreas|fatty pancreas
diverticulum !0 : diverticulosis|diverticulum|diverticula|duodenal diverticulum|juxtapapillary diverticulum|periampullary diverticulum
hydronephrosis !1 @kidney : hydronephrosis|pelvicalyceal dilatation|urinary obstruction|dilated renal pelvis
renal-cyst < cyst #lesion !0 @kidney : renal cyst|cortical cyst|cyst ~ kidney|kidney cyst|bosniak|parapelvic cyst
adrenal-nodule < lesion #lesion !1 @adrenal : adrenal nodule|adrenal adenoma|adrenal mass
central-scar(feature) !0 : central scar
capsule-feature(feature) !1 : capsule appearance|pseudocapsule|enhancing capsule|capsule of the lesion
fat-content(feature) !0 : intralesional fat|contains fat|fat containing|intralesional fatty
septation(feature) !0 : septation|septum|septated|septa|septate|loculated|multiloculated
hernia !0 : hiatal hernia|inguinal hernia|umbilical hernia|hiatus hernia
fibroid < mass #lesion !0 @uterus : fibroid|leiomyoma|myoma|myomatous|uterine fibroids
`;
