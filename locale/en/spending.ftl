error-document-empty = This file is empty. Choose another.
error-document-large = This file is larger than { $megabytes } MB. Make it smaller, or keep only the pages that matter.
error-document-not-pdf = This file is not a PDF, whatever its name. It is kept; copy the amounts by hand.
error-document-encrypted = This PDF is protected by a password: nothing could be read in it. It is kept; copy the amounts by hand, or ask the supplier for a file without a password.
error-document-pages = This PDF has too many pages for a quote or an invoice: it was not read. It is kept; copy the amounts by hand.
error-document-scan = This PDF is a picture, with no text to read. It is kept; copy the amounts by hand.
error-document-damaged = This PDF is damaged and cannot be read to its end. It is kept; copy the amounts by hand, or ask the supplier to send it again.
