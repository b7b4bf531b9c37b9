/** Structures of single regions, in the form of `anatomyTable`; `+` adds wordings and wider structures to one that stands there. */
export const anatomyByRegion = `
# Brain
+periventricular : next to the ventricles|along the ventricles|adjacent to the ventricles
+basal-ganglia : pallidum
+brainstem : pontomedullary
+cpa : internal acoustic meatus|inner auditory canal
+ethmoid-sinus : ethmoidal air cell
+mastoid : petromastoid
+skull : calvaria
+mca : media bifurcation
diffusion(loose) ~restricted-diffusion : diffusion|dwi|diffusion imaging|diffusion weighted imaging|diffusion weighted image|diffusion weighted sequence|diffusion sequence
susceptibility(loose) ~microbleed : swi|susceptibility weighted imaging|susceptibility weighted image|susceptibility weighted sequence|gradient echo image|t2 star image
+cortex : gray white differentiation|gray white matter differentiation|corticomedullary differentiation
+cpa : intracanalicular|petrous ridge
+posterior-fossa : below the tentorium|beneath the tentorium|infratentorially
+supratentorial : above the tentorium
+pituitary : gland of the pituitary|sella content
posterior-pituitary < pituitary ~abnormality : posterior pituitary|neurohypophysis|posterior lobe of the pituitary|posterior lobe|posterior pituitary lobe
+pituitary-stalk : pituitary infundibulum
+extra-axial : subdural
+acom : acom complex|anterior communicating complex|a com|acoa
+pcom : p com|pcoa
+pca : p1 segment|p2 segment
+aca : a1 segment|a2 segment
+white-matter < supratentorial : cerebral white matter
+parietal < supratentorial : parietal cortex
+temporal < supratentorial : temporal cortex
+occipital < supratentorial : occipital cortex
+basal-ganglia < supratentorial : striatal
+thalamus < supratentorial : thalami
+hemisphere < supratentorial : cerebral hemispheres
+insula < supratentorial : insular cortex|perisylvian
+frontal < supratentorial : inferior frontal gyrus|frontal gyrus
+sulci : sulci at the vertex|high convexity|vertex
clivus < skull ~bone-lesion : clivus|clival
+orbit : eye muscle|sclera|intraconal|extraconal
hypothalamus < sella : hypothalamus|hypothalamic|tuber cinereum
jugular-foramen < skull : jugular foramen
meckel-cave < cranial-nerve : meckel cave|meckel's cave
temporal-bone < skull : temporal bone|petrous apex|petrous
dentate < cerebellum : dentate nucleus
+cranial-nerve : oculomotor nerve|vagus nerve
sca < circle-of-willis : superior cerebellar artery|sca

# Spine
+facet : intervertebral joint
+cauda-equina : intrathecal nerve root|cauda fiber
+endplate : cover plate
+posterior-wall : posterior edge|dorsal edge|posterior vertebral edge
+sij : sij
+paraspinal : autochthonous muscle|back muscle
+cord : hemicord|side of the cord|half of the cord
+conus : tip of the cord|tip of the spinal cord
+odontoid : atlantodental interval|retrodental|periodontoid|c1 c2
+craniocervical : clivoaxial
costovertebral < spine ~osteoarthritis : costovertebral|costotransverse|rib head|costovertebral joint

# Knee
+posterior-horn : dorsal horn
+lcl : outer ligament of the knee
+popliteal-fossa : hollow of the knee
physis < bone ~abnormality : physis|physes|growth plate|epiphyseal plate|epiphyseal growth plate|physeal
+acl : acl graft|acl reconstruction|cruciate ligament graft|acl plasty|cruciate ligament plasty|reconstructed acl|acl transplant|anterior cruciate ligament graft|anterior cruciate ligament reconstruction|acl replacement
+patella : patellar pole|inferior pole of the patella|lower pole of the patella
+hoffa : infrapatellar fat pad
popliteal-vessels < knee : popliteal artery|popliteal vein
gastrocnemius < knee ~tear : gastrocnemius|calf muscle

# Shoulder
+biceps-anchor : labral bicipital complex
+anterior-labrum : antero inferior labrum|ventral labrum
+posterior-labrum : dorsal labrum
+humeral-head : caput humeri
+axillary-recess : ighl|inferior glenohumeral ligament complex
+anterior-labrum : capsulolabral complex|labroligamentous complex
+subacromial < acromion : under the acromion
quadrilateral-space < shoulder : quadrilateral space
+superior-labrum : labrum biceps anchor|labral biceps anchor
pectoralis-major < shoulder ~tear : pectoralis major
clavicle < acj : clavicle|distal clavicle

# Hip and pelvis
+peritoneum : pouch of douglas|douglas|cul de sac|rectouterine pouch
+uterus : junctional zone
cervix-uteri < uterus ~lesion : cervix|uterine cervix
anal-canal < pelvis ~fistula : anal canal|perianal|anal sphincter|intersphincteric
ischium < pelvis ~fracture : ischium|ischial
tensor-fasciae < hip : tensor fasciae latae

# Ankle and foot
+deltoid-ligament : medial ligament complex
+talar-dome : trochlea tali
+tibiotalar : ankle joint proper
+peroneus-brevis : short peroneal
+peroneus-longus : long peroneal
sesamoid < ankle ~marrow-edema : sesamoid|hallux sesamoid|tibial sesamoid|fibular sesamoid
+first-mtp : great toe|big toe|hallux|first mtp joint|first metatarsophalangeal joint|mtp i
toe < ankle ~fracture : toe|phalanx of the toe|lesser toes
+kagers-fat : kager's triangle
+plantar-muscles : intrinsic foot muscle|foot muscle
+syndesmosis : syndesmotic ligament|anterior tibiofibular ligament|aitfl|pitfl|syndesmotic
midfoot < ankle ~osteoarthritis : midfoot
+metatarsal : metatarsal head|fifth metatarsal|metatarsal bone
+ankle : rearfoot|rear foot

# Wrist and hand
+tfcc : ulnar disc|ulnocarpal complex
+scaphoid : os scaphoideum|naviculare manus
+first-cmc : basal thumb joint
volar(part) : volar|palmar
dorsal(part) : dorsal|dorsum of the wrist
carpal-ligaments < wrist ~tear : intrinsic ligament|intrinsic carpal ligament|interosseous ligament|intercarpal ligament|interosseous carpal ligament|sl and lt|sl lt|sl and lt ligament
+sl-ligament < carpal-ligaments : sl
+lt-ligament < carpal-ligaments : lt ligament
mcp < finger ~synovitis : mcp joint|mcp|metacarpophalangeal|metacarpophalangeal joint
pip < finger ~synovitis : pip joint|pip|proximal interphalangeal
dip < finger ~synovitis : dip joint|dip|distal interphalangeal
flexor-retinaculum < carpal-tunnel : flexor retinaculum|retinaculum flexorum
pulley < finger ~tear : pulley
+radiocarpal : radioscaphoid|between radius and scaphoid|between the radius and the scaphoid|radioscaphoid joint|radiolunate
+triquetrum : triquetral
+ulnar-nerve : guyon's canal

# Elbow
+radial-head : head of the radius|caput radii
+distal-biceps : distal biceps tendon|biceps tendon at the radial tuberosity
lacertus < elbow ~tear : lacertus fibrosus|lacertus|bicipital aponeurosis
antecubital < elbow : antecubital fossa|cubital fossa

# Prostate
+peripheral-zone : outer gland
+transition-zone : inner gland
+anterior-stroma : afms|anterior fibromuscular stroma|fibromuscular stroma
+testis : testicle|scrotum|epididymis

+seminal-vesicle : sv|svs

# Abdomen
+implant : implant shell|shell
+upper-outer : outer upper quadrant|lateral upper quadrant|upper outer aspect|superior lateral|lateral superior
+lower-inner : medial lower quadrant|inner lower quadrant|medial inferior|inferior medial
+lower-outer : outer lower quadrant|lateral lower quadrant|lateral inferior|inferior lateral
+upper-inner : medial upper quadrant|inner upper quadrant|superior medial|medial superior
+axilla-node : level i node
+cbd : extrahepatic bile duct|extrahepatic biliary duct
+pancreatic-body : corpus of the pancreas
+pancreatic-tail : cauda of the pancreas
+uncinate : processus uncinatus
+gallbladder : vesica fellea
+peripancreatic : omental bursa
+bowel : ileum|terminal ileum|jejunum|cecum|appendix|large bowel
omentum < peritoneum : omentum|omental|mesentery
diaphragm < liver : diaphragm
hepatic-artery < abdominal-vessels ~occlusion : hepatic artery
+cbd : choledochus|ductus choledochus|common duct
+pancreatic-duct : wirsung|duct of wirsung|wirsung's duct|wirsung duct|ductus pancreaticus
`;
