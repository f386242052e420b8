# Sauvegarde et restauration (python -m db)
db-help = Chemise : sauvegarder, restaurer, mettre à niveau et vérifier les données.
db-help-backup = Sauvegarde la base et les images dans un seul fichier, même pendant que des gens écrivent.
db-help-backup-file = le fichier à écrire, ou un dossier où il prendra un nom daté
db-help-force = remplacer le fichier s’il existe
db-help-restore = Remet en place tout ce que contient une sauvegarde. Le serveur doit être arrêté.
db-help-replace = remplacer ce qui est en place, après en avoir fait une sauvegarde
db-help-migrate = Crée la base ou la met au niveau de cette version.
db-help-check = Vérifie la base et les images ou, avec un fichier, répète la restauration sans toucher à rien.
db-help-check-file = une sauvegarde à essayer
db-backup-done = Sauvegardé et relu : { $file } ({ $rows } lignes, { $pictures } images, { $size } ko).
db-pictures-damaged = { $count } image(s) perdue(s) ou abîmée(s) sur le disque : { $names }
db-restore-done = Restauré : l’état du { $day } ({ $rows } lignes, { $pictures } images).
db-restore-safety = Ce qui était en place est gardé dans { $file }.
db-restore-sign-in = Chacun se reconnecte : les sessions ouvertes ne sont pas restaurées.
db-migrate-copy = Copie de la base avant la mise à niveau : { $file }
db-migrate-done = La base est au niveau de cette version ({ $revision }).
db-check-done = La base et les images sont saines (version { $revision }).
db-check-backup = Cette sauvegarde du { $day } se restaure ({ $rows } lignes, { $pictures } images).

error-backup-exists = Le fichier { $file } existe déjà. Ajoutez --force pour le remplacer.
error-backup-missing = Le fichier { $file } n’existe pas.
error-backup-foreign = Ce fichier n’est pas une sauvegarde de Chemise, ou il a été coupé. Rien n’a été changé.
error-backup-damaged = Cette sauvegarde est abîmée : son contenu n’est pas celui qu’elle annonce. Rien n’a été changé.
error-backup-path = Cette sauvegarde contient un nom de fichier inattendu. Rien n’a été changé.
error-backup-bomb = Ce fichier se déplie de façon anormale. Rien n’a été changé.
error-backup-newer = Cette sauvegarde vient d’une version plus récente de Chemise. Mettez d’abord Chemise à jour.
error-backup-revision = La base n’est pas au niveau de cette version. Lancez d’abord : python -m db migrate
error-backup-source = La base elle-même est abîmée. Gardez vos sauvegardes précédentes et restaurez la dernière bonne.
error-restore-not-empty = Il y a déjà des données ici. Ajoutez --replace pour les remplacer ; elles seront d’abord sauvegardées.
error-restore-busy = La base est en service. Arrêtez d’abord le serveur. Rien n’a été changé.
error-restore-disk = Il faut { $megabytes } Mo libres sur le disque pour restaurer. Rien n’a été changé.

# Installation
installation-title = Installation
installation-lead = Ce que voit l’administrateur : tout doit être vert, sinon la dernière colonne dit quoi faire.
installation-all-well = Tout va bien.
installation-some-bad = { $count ->
    [one] Un point demande votre attention.
   *[other] { $count } points demandent votre attention.
 }
installation-refresh = Vérifier de nouveau
installation-column-what = Point
installation-column-status = État
installation-column-value = Constat
installation-column-action = Que faire
installation-status-ok = Bien
installation-status-warn = À surveiller
installation-status-bad = À corriger
installation-mail-title = Essai d’envoi
installation-mail-text = Un message d’essai part vers votre propre adresse.
installation-mail-button = M’envoyer un message d’essai
installation-mail-sent = Message d’essai envoyé.
installation-no-address = Votre compte n’a pas d’adresse.

check-engine = Base de données
check-settings = Réglages de la base
check-revision = Version de la base
check-integrity = Santé de la base
check-size = Taille de la base
check-disk = Place sur le disque
check-clock = Horloge
check-zones = Fuseaux horaires
check-mail = Envoi de messages
check-backup = Dernière sauvegarde
check-address = Adresse publique
check-cookie = Cookie de connexion
check-secret = Clé secrète
check-policy = Politique de contenu
check-rooms = Textes ouverts
check-pictures = Images

value-engine = { $name } { $version }
value-settings-ok = tous comme prévu
value-settings-bad = inattendu : { $names }
value-revision = { $current } (attendue : { $head })
value-integrity-ok = saine, vérifiée en { $milliseconds } ms
value-integrity-bad = défaut trouvé
value-megabytes = { $megabytes } Mo
value-disk = { $percent } % libres ({ $megabytes } Mo)
value-clock = écart de { $milliseconds } ms avec la base
value-clock-alone = régulière depuis le démarrage
value-zones-ok = présents
value-zones-bad = absents
value-mail-ok = { $host }
value-mail-none = non réglé
value-backup-never = aucune
value-backup-age = il y a { $hours ->
    [0] moins d’une heure
    [one] une heure
   *[other] { $hours } heures
 }
value-address = { $address }
value-address-none = celle du navigateur
value-cookie = HttpOnly, SameSite=Lax{ $secure }
value-secret-file = fichier, droits { $mode }
value-secret-environment = variable CHEMISE_SECRET
value-policy = { $count ->
    [one] une empreinte de script
   *[other] { $count } empreintes de script
 }
value-rooms = { $texts } textes, { $people } personnes
value-pictures = { $count } images, { $megabytes } Mo

action-engine-sqlite = Installez une bibliothèque SQLite 3.51.3 ou plus récente (pysqlite3) : les précédentes peuvent abîmer la base.
action-engine-postgresql = Passez à PostgreSQL 14 ou plus récent.
action-settings = Retirez ce qui change ces réglages : ils protègent contre une coupure de courant.
action-revision = Arrêtez le serveur et lancez : python -m db migrate
action-integrity = Restaurez la dernière bonne sauvegarde : python -m db restore FICHIER --replace
action-disk = Libérez de la place : sous 10 %, l’enregistrement peut s’arrêter.
action-clock = Réglez l’horloge du serveur (NTP) : les dates et les délais en dépendent.
action-zones = Installez les données de fuseaux : paquet tzdata.
action-mail = Réglez CHEMISE_SMTP_URL et CHEMISE_MAIL_FROM. En attendant, les invitations se copient à la main.
action-backup = Lancez chaque jour : python -m db backup DOSSIER, et copiez le fichier ailleurs.
action-address = Réglez CHEMISE_BASE_URL sur l’adresse https du site dès qu’il est ouvert à d’autres machines.
action-secret = Donnez le fichier au seul compte du serveur : chmod 600
action-policy = La page de Streamlit a changé : réinstallez la version prévue.

mail-test-subject = Chemise : message d’essai
mail-test-body = Bonjour,

    ce message montre que Chemise sait envoyer des messages depuis { $address }.
error-mail-unset = L’envoi de messages n’est pas réglé.
error-mail-refused = Le serveur de messagerie n’a pas pris le message : le journal du serveur dit pourquoi.
