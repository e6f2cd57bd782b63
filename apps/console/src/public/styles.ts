// All styles of the pages for everybody: they share one file.
import '../styles/fonts.css';
import '../styles/tokens.css';
import '../styles/print.css';
import './base.css';
import './frame.module.css';
import './site.module.css';
import './home.module.css';
import './public.module.css';
import './tracked.module.css';
import './portal.module.css';
import './paper.module.css';
import './figures.css';
