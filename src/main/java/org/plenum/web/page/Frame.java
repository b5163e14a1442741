package org.plenum.web.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.plenum.web.security.CurrentPerson;
import org.plenum.web.security.Deed;
import org.plenum.web.security.Permissions;
import org.plenum.web.security.Person;
import org.plenum.web.security.PlenumMode;
import org.plenum.web.security.Role;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page shows around its own matter. */
@ControllerAdvice(basePackageClasses = Frame.class)
class Frame {
    /**
     * The frame of one page.
     *
     * @param here the page's own address, to come back to
     */
    record Around(Person person, boolean demonstration, String here, String language, List<Role> roles) {
        /** The same for anybody, with a blank for the page's own address. */
        Around withBlanks(Blanks blanks) {
            return new Around(Person.VISITOR, demonstration, blanks.leaveAny(here), language, roles);
        }

        /** The role that stands in the frame: the first of the person's. */
        public Role firstRole() {
            return roles.stream().filter(person::is).findFirst().orElse(Role.READER);
        }

        /** The roles that a demonstration offers; a delegate also chooses a seat. */
        public List<Role> offered() {
            return List.of(Role.PRESIDENT, Role.CLERK, Role.DELEGATE, Role.AUDITOR, Role.READER, Role.ADMINISTRATOR);
        }

        /** The pages of a session, in the order in which they are offered. */
        public List<String> doors() {
            return List.of("president", "clerk", "ballot", "wall", "report", "presence", "replay");
        }

        /** Whether the person looks after accounts, where there are any. */
        public boolean isManagesPeople() {
            return !demonstration && Permissions.mayEver(person, Deed.MANAGE_PEOPLE);
        }

        /** Whether the person has taken a role. */
        public boolean isSignedIn() {
            return !person.equals(Person.VISITOR);
        }
    }

    private final CurrentPerson people;
    private final PlenumMode mode;

    Frame(CurrentPerson people, PlenumMode mode) {
        this.people = people;
        this.mode = mode;
    }

    @ModelAttribute("frame")
    Around around(HttpServletRequest request, Locale locale) {
        // Where something went wrong, the page that was asked for is the one to come back to.
        var wanted = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var query = wanted == null ? request.getQueryString() : null;
        var here = (wanted == null ? request.getRequestURI() : wanted) + (query == null ? "" : "?" + query);
        return new Around(
                request.getUserPrincipal() == null && mode == PlenumMode.PRODUCTION ? Person.VISITOR : people.ofPage(),
                mode == PlenumMode.DEMONSTRATION,
                here,
                locale.getLanguage(),
                List.of(Role.values()));
    }
}
