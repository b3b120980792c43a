package exam5.q47;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;

/** Who is in which group? Asks the directory for all 9,000 accounts. */
public class GroupAudit {

    record Membership(String account, int groups, boolean admin) { }

    private static Hashtable<String, String> environment() {
        Hashtable<String, String> env = new Hashtable<>();
        env.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.ldap.LdapCtxFactory");
        env.put(Context.PROVIDER_URL, "ldap://directory.corp.example:389");
        env.put("com.sun.jndi.ldap.read.timeout", "5000");
        return env;
    }

    private static Membership membership(String account) {
        DirContext context = null;
        try {
            context = new InitialDirContext(environment());
            Attribute groups = context.getAttributes("uid=" + account + ",ou=people,dc=corp,dc=example", new String[] {"memberOf"}).get("memberOf");
            if (groups == null) {
                return new Membership(account, 0, false);
            }
            return new Membership(account, groups.size(), groups.contains("cn=admins,ou=groups,dc=corp,dc=example"));
        } catch (NamingException e) {
            System.err.println(account + ": " + e.getExplanation());
            return null;
        } finally {
            if (context != null) {
                try {
                    context.close();
                } catch (NamingException ignored) {
                    // closed anyway
                }
            }
        }
    }

    static Map<Boolean, List<Membership>> audit(List<String> accounts) {
        return accounts.parallelStream()
                .map(GroupAudit::membership)
                .filter(Objects::nonNull)
                .collect(Collectors.partitioningBy(Membership::admin));
    }

    public static void main(String[] args) throws IOException {
        Map<Boolean, List<Membership>> result = audit(Files.readAllLines(Path.of("accounts.txt")));
        result.get(true).forEach(m -> System.out.println("ADMIN " + m.account()));
        System.out.println(result.get(false).stream().mapToInt(Membership::groups).summaryStatistics());
    }
}
